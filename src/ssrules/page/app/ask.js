/** One question, and how far the decision has come. */

import { readDate, tellDate } from "./dates.js";
import { h } from "./dom.js";
import { factsOf, linkOf, withAnswer, without } from "./state.js";

/** @param {object} page what a screen needs @param {object} question @returns {Node[]} */
export function ask(page, question) {
  const { say, state, book, places, go } = page;
  const meaning = question.facts.length === 1 ? meaningOf(book, question, state.language) : null;
  const last = state.answers.at(-1);
  const back = last ? without(state, last.path) : { ...state, begun: false };
  return [
    h(
      "section",
      { class: "question", "data-path": question.path, "aria-labelledby": "heading" },
      h("p", { class: "number" }, say("ask:number", { number: state.answers.length + 1 })),
      h("h1", { id: "heading", tabindex: "-1" }, question.text),
      meaning ? h("details", {}, h("summary", {}, say("ask:meaning")), h("p", {}, meaning)) : null,
      question.values.length ? choices(page, question) : entry(page, question),
      h(
        "p",
        { class: "actions" },
        button(say("ask:unknown"), () => go(withAnswer(state, question.path, null)), {
          "data-testid": "unknown",
        }),
        h("a", { class: "button", href: linkOf(back, places) }, say("ask:back")),
        h("a", { class: "button", href: page.anew }, say("ask:anew")),
      ),
    ),
    soFar(page),
  ];
}

function meaningOf(book, { path, text }, language) {
  const { meaning } = book.factOf(path).says[language];
  return meaning === text ? null : meaning;
}

function button(words, onclick, given = {}) {
  return h("button", { type: "button", onclick, ...given }, words);
}

function choices({ state, go }, { path, choices: given }) {
  return h(
    "ul",
    { class: "answers" },
    given.map(({ value, words }) =>
      h("li", {}, button(words, () => go(withAnswer(state, path, value)), {
          class: "answer",
          "data-value": String(value),
        })),
    ),
  );
}

/** A field to type a number, a day or a name in. */
function entry(page, question) {
  const { say } = page;
  const hint = h("p", { id: "hint", class: "hint" }, hintOf(say, question));
  const wrong = h("p", { id: "wrong", class: "wrong", role: "alert" });
  const read = h("p", { class: "read", "aria-live": "polite" });
  const field = h("input", {
    id: "field",
    type: "text",
    inputmode: question.kind === "int" ? "numeric" : null,
    autocomplete: "off",
    "aria-labelledby": "heading",
    "aria-describedby": "hint wrong",
    oninput: () => {
      const day = question.kind === "date" ? readDate(field.value) : null;
      read.textContent = day ? say("ask:date_read", { day: tellDate(day, page.state.language) }) : "";
    },
  });
  const onsubmit = (event) => {
    event.preventDefault();
    const reason = taken(page, question, field.value.trim());
    wrong.textContent = reason;
    if (!reason) return;
    field.setAttribute("aria-invalid", "true");
    field.focus();
  };
  const send = h("button", { class: "main", type: "submit" }, say("ask:continue"));
  return h("form", { novalidate: true, onsubmit }, hint, field, read, wrong, send);
}

function hintOf(say, { kind, lowest, highest }) {
  if (kind === "date") return say("ask:date");
  return kind === "int" ? say("ask:number_range", { lowest, highest }) : say("ask:text");
}

/** Go on with what was typed; else why that cannot be, as a text. */
function taken({ say, state, book, go }, { path, kind }, given) {
  if (!given) return say("wrong:empty");
  const value = kind === "date" ? readDate(given) : kind === "int" ? wholeNumber(given) : given;
  if (value === null) return say(`wrong:${kind === "date" ? "date" : "number"}`, { given });
  const next = withAnswer(state, path, value);
  try {
    book.decide(factsOf(book, next));
  } catch (error) {
    const [fault] = error.in(state.language);
    return fault.hint ? `${fault.message} (${fault.hint})` : fault.message;
  }
  go(next);
  return "";
}

function wholeNumber(text) {
  const plain = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  return /^-?\d+$/.test(plain) ? Number(plain) : null;
}

/** Every part that is asked about: its answer, or how many answers are still possible. */
function soFar({ say, state, book, found }) {
  const paths = book.about(state.about);
  const told = paths.map((path) => found.told(path, state.language));
  const done = told.filter(({ status }) => status !== "undetermined").length;
  const counted = say("ask:decided", { done, all: paths.length });
  return h(
    "section",
    { class: "so-far", "aria-labelledby": "so-far" },
    h("h2", { id: "so-far" }, say("ask:so_far")),
    h("p", { role: "status" }, counted),
    h("progress", { max: paths.length, value: done, "aria-label": counted }),
    h(
      "dl",
      {},
      told.map(({ path, title, answer, status, tone }) => {
        const open = status === "undetermined";
        const words = open ? say("ask:left", { count: found.left(path) }) : answer;
        return h("div", {}, h("dt", {}, title), h("dd", { class: `tone-${tone}` }, words));
      }),
    ),
  );
}
