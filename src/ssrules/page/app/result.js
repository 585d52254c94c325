/** The result: every answer with what to bring, until when, and why. */

import { tellDate } from "./dates.js";
import { h } from "./dom.js";
import { linkOf, without } from "./state.js";

/** @param {object} page what a screen needs @returns {Node[]} */
export function result(page) {
  const { say, state, book, found } = page;
  const paths = book.about(state.about);
  const told = paths.map((path) => found.told(path, state.language));
  const open = told.some(({ status }) => status === "undetermined");
  return [
    h("h1", { id: "heading", tabindex: "-1" }, say("result:title")),
    h("p", { class: "lead" }, say("result:day", { day: tellDate(state.day, state.language) })),
    open ? h("p", {}, say("result:open")) : null,
    changes(page, paths),
    h("div", { class: "parts" }, told.map((each) => part(page, each))),
    answers(page),
    share(page),
    h(
      "p",
      { class: "actions" },
      back(page),
      h("button", { type: "button", onclick: () => window.print() }, say("result:print")),
      h("a", { class: "button", href: page.anew }, say("ask:anew")),
    ),
  ];
}

function back({ say, state, places }) {
  const last = state.answers.at(-1);
  const before = last ? without(state, last.path) : { ...state, begun: false };
  return h("a", { class: "button", href: linkOf(before, places) }, say("ask:back"));
}

function changes({ say, state, book, found }, paths) {
  const next = found.decision.next_change;
  const mine = paths.filter((path) => next?.changes.some((each) => each.startsWith(`${path}.`)));
  if (!mine.length) return null;
  const titles = mine.map((path) => found.told(path, state.language).title);
  const what = titles.join(state.language === "zh" ? "、" : "; ");
  return h("p", { class: "next" }, say("result:next", { day: tellDate(next.on, state.language), what }));
}

function part(page, told) {
  const { say, state, book, found } = page;
  const decided = found.part(told.path);
  const lines = [
    ...until(page, told, decided),
    ...told.lines,
    ...told.outputs,
    ...needs(page, told, decided),
  ];
  return h(
    "section",
    {
      class: `part tone-${told.tone}`,
      "data-path": told.path,
      "data-status": told.status,
      "aria-labelledby": `part-${told.path}`,
    },
    h("h2", { id: `part-${told.path}` }, told.title),
    h("p", { class: "told" }, told.answer),
    told.documents.length ? documents(say, told.documents) : null,
    lines.length ? h("dl", {}, grouped(lines)) : null,
    why(page, told.path),
  );
}

/** Lines with the same word before them as one. */
function grouped(lines) {
  const found = new Map();
  for (const [word, text] of lines) found.set(word, [...(found.get(word) ?? []), text]);
  return [...found].map(([word, texts]) =>
    h("div", {}, h("dt", {}, word), texts.map((text) => h("dd", {}, text))),
  );
}

/** The end of a window, as long as anything hangs on it. */
function until({ say, state, found }, { path, tone }, { deadline, days_left: left, due_from: due }) {
  if (!deadline) return [];
  const next = found.decision.next_change;
  const turns = next?.on === due && next.changes.some((each) => each.startsWith(`${path}.`));
  const day = tellDate(deadline, state.language);
  const word = say("result:until");
  if (left < 0) return tone === "good" ? [] : [[word, say("result:until_over", { day })]];
  if (!turns && tone !== "open") return [];
  if (left === 0) return [[word, say("result:until_today", { day })]];
  return [[word, say("result:until_left", { day, left: say(left === 1 ? "day=1" : "day", { count: left }) })]];
}

function needs({ say, state, book }, { status }, { needs: paths }) {
  if (status !== "undetermined") return [];
  return paths.map((path) => [say("result:needs"), book.factOf(path).says[state.language].label]);
}

function documents(say, given) {
  const word = { true: "at_hand", false: "missing", null: "unconfirmed" };
  const items = given.map(({ words, at_hand: there }) =>
    h("li", { class: word[there] }, words, " ", h("span", { class: "state" }, say(`result:${word[there]}`))),
  );
  return h("div", { class: "bring" }, h("h3", {}, say("result:bring")), h("ul", {}, items));
}

/** The reasons of a part, with the words of their clauses. */
function why({ say, state, book, found }, path) {
  const { reasons } = reasonsOf(found, state.language).get(path);
  if (!reasons.length) return null;
  const seen = new Set();
  const clauses = reasons.flatMap((each) => each.clauses).filter(({ id }) => !seen.has(id) && seen.add(id));
  return h(
    "details",
    { class: "why" },
    h("summary", {}, say("result:why")),
    h("ul", {}, reasons.map(({ sentence }) => h("li", {}, sentence))),
    clauses.map((clause) => quoted(say, book, clause, state.language)),
  );
}

function reasonsOf(found, language) {
  return new Map(found.explanation(language).parts.map((each) => [each.path, each]));
}

function quoted(say, book, { id, title, words, language: written, certainty, found }, language) {
  const { url } = book.compiled.clauses[id];
  const notes = [
    certainty ? book.label(`certainty:${certainty}`, language) : null,
    found ? book.words(`found:${found}`, language) : null,
  ];
  const sure = notes.filter(Boolean).join(language === "zh" ? "；" : "; ");
  return h(
    "figure",
    {},
    h("blockquote", { lang: written === "zh" ? "zh-CN" : written }, h("p", {}, words)),
    h(
      "figcaption",
      {},
      title,
      sure ? h("span", { class: "quiet" }, ` · ${say("foot:certainty", { certainty: sure })}`) : null,
      url ? [" · ", h("a", { href: url, rel: "noreferrer" }, say("foot:source"))] : null,
    ),
  );
}

function answers({ say, state, book, places }) {
  if (!state.answers.length) return null;
  return h(
    "section",
    { class: "given", "aria-labelledby": "given" },
    h("h2", { id: "given" }, say("result:answers")),
    h(
      "dl",
      {},
      state.answers.map(({ path, value }) => {
        const { label, text } = asked(book, path, value, state.language, say);
        const change = h(
          "a",
          {
            href: linkOf(without(state, path), places),
            "aria-label": say("result:change_label", { what: label }),
          },
          say("result:change"),
        );
        return h("div", {}, h("dt", {}, label), h("dd", {}, text, " ", change));
      }),
    ),
  );
}

/** What an answer was about, and what it was, in words. */
function asked(book, path, value, language, say) {
  const topic = book.topic(path);
  const fact = book.factOf(topic.facts[0]);
  const together = topic.facts.length > 1;
  const { label, values } = (together ? topic.says : fact.says)[language];
  if (value === null) return { label, text: say("ask:unknown") };
  if (typeof value === "boolean") return { label, text: values[Number(value)] };
  if (fact.kind === "choice") return { label, text: values[fact.values.indexOf(value)] };
  return { label, text: fact.kind === "date" ? tellDate(value, language) : String(value) };
}

function share({ say, state, places }) {
  const link = String(new URL(linkOf(state, places), window.location.href));
  const field = h("input", { id: "link", type: "text", readonly: true, value: link });
  const done = h("span", { role: "status" });
  const copy = async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(link);
      done.textContent = say("result:copied");
    } catch {
      document.execCommand("copy");
    }
  };
  return h(
    "section",
    { class: "share", "aria-labelledby": "share" },
    h("h2", { id: "share" }, say("result:link")),
    h("p", { class: "quiet", id: "link-note" }, say("result:link_note")),
    h("label", { for: "link", class: "unseen" }, say("result:link")),
    field,
    h("p", { class: "actions" }, h("button", { type: "button", onclick: copy }, say("result:copy")), done),
  );
}
