"""English words of the page.

What stands in braces is put in when the words are told.
"""

from __future__ import annotations

WORDS: dict[str, str] = {
    "title": "Your social security card: what applies to you",
    "noscript": "This page needs JavaScript.",
    "skip": "Skip to the content",
    "language": "中文",
    "language:label": "中文 (read this page in Chinese)",
    # the start
    "start:lead": (
        "A few questions, and you see what is possible, what to bring and until when, each answer"
        " with the clause behind it."
    ),
    "start:private": "Nothing that you answer leaves this page.",
    "start:about": "What is it about?",
    "start:all": "Everything",
    "start:place": "Place",
    "start:day": "Day that it is decided for",
    "start:begin": "Begin",
    "place:default": "Nationwide rules",
    # asking
    "ask:number": "Question {number}",
    "ask:meaning": "What this means",
    "ask:unknown": "I don't know",
    "ask:continue": "Continue",
    "ask:back": "Back",
    "ask:anew": "Start anew",
    "ask:so_far": "So far",
    "ask:decided": "{done} of {all} answers decided",
    "ask:left": "{count} answers still possible",
    "ask:date": "As 2026-03-01 or 1 March 2026",
    "ask:date_read": "Read as {day}",
    "ask:number_range": "A whole number from {lowest} to {highest}",
    "ask:text": "A name",
    "wrong:date": "“{given}” is no date. Write it as 2026-03-01 or 1 March 2026.",
    "wrong:number": "“{given}” is no whole number.",
    "wrong:empty": "Answer first, or choose “I don't know”.",
    # the result
    "result:title": "The result",
    "result:day": "Decided for {day}",
    "result:open": "Some answers stay open, because something is not known.",
    "result:bring": "Bring",
    "result:at_hand": "at hand",
    "result:missing": "missing",
    "result:unconfirmed": "to be checked",
    "result:why": "Why",
    "result:until": "Until",
    "result:until_left": "{day} ({left} left)",
    "result:until_today": "{day} (today)",
    "result:until_over": "ended on {day}",
    "result:next": "This changes on {day}, if nothing else does: {what}.",
    "result:needs": "Hangs on",
    "result:answers": "Your answers",
    "result:change": "Change",
    "result:change_label": "Change the answer: {what}",
    "result:link": "Link to this result",
    "result:link_note": (
        "The link holds your answers behind “#”; no server sees that part. Whoever has the link"
        " sees them."
    ),
    "result:copy": "Copy the link",
    "result:copied": "Copied",
    "result:print": "Print",
    "day=1": "1 day",
    "day": "{count} days",
    # a link with something wrong in it
    "link:wrong": "Some of what the link says was left out:",
    "link:unknown": "“{given}”: this page knows no such question",
    "link:value": "{what}: {reason}",
    "link:yes_no": "{what}: “{given}” is neither yes nor no",
    "link:place": "“{given}”: this page knows no such place; the nationwide rules are used",
    "link:about": "“{given}”: this page knows no such subject",
    # below
    "foot:book": "Rule book {name} {version}, digest {digest}",
    "foot:note": "Information, not a ruling: what the office decides counts.",
    "foot:certainty": "How sure the words are: {certainty}",
    "foot:source": "Source",
}
