/** The first screen: the place, what it is about, and the day. */

import { readDate, tellDate } from "./dates.js";
import { h } from "./dom.js";

/** @param {object} page what a screen needs @returns {Node[]} */
export function start(page) {
  const { say, state, book, places } = page;
  const wrong = h("p", { id: "day-wrong", class: "wrong", role: "alert" });
  const day = h("input", {
    id: "day",
    type: "text",
    autocomplete: "off",
    value: tellDate(state.day, state.language),
    "aria-describedby": "day-hint day-wrong",
  });
  const form = h(
    "form",
    { novalidate: true, onsubmit: (event) => begin(event, page, day, wrong) },
    h("h1", { id: "heading", tabindex: "-1" }, say("title")),
    h("p", { class: "lead" }, say("start:lead")),
    h("p", { class: "quiet" }, say("start:private")),
    h(
      "fieldset",
      {},
      h("legend", {}, say("start:about")),
      h("div", { class: "choices" }, [
        choice("", say("start:all"), !state.about.length),
        ...sections(book, state.language).map(([name, words]) =>
          choice(name, words, state.about.includes(name)),
        ),
      ]),
    ),
    places.names.length > 1 ? placeField(page) : null,
    h("label", { for: "day" }, say("start:day")),
    h("p", { id: "day-hint", class: "hint" }, say("ask:date")),
    day,
    wrong,
    h("p", { class: "actions" }, h("button", { class: "main", type: "submit" }, say("start:begin"))),
  );
  return [form];
}

function sections(book, language) {
  const { sections: told, further } = book.compiled;
  return [...told, ...further].map(({ name, parts }) => [
    name,
    book.words(`section:${name}`, language) ??
      book.words(`part:${name}`, language) ??
      book.compiled.parts[parts[0]].title[language],
  ]);
}

function choice(value, words, checked) {
  const input = h("input", { type: "radio", name: "about", value, checked });
  return h("label", { class: "choice" }, input, h("span", {}, words));
}

function placeField({ say, state, places, go }) {
  const options = places.names.map((name) =>
    h("option", { value: name, selected: name === state.place }, places.titles.get(name)[state.language]),
  );
  const onchange = (event) => go({ ...state, place: event.target.value }, { keep: "place" });
  return h(
    "div",
    { class: "field" },
    h("label", { for: "place" }, say("start:place")),
    h("select", { id: "place", onchange }, options),
  );
}

function begin(event, { say, state, book, go }, day, wrong) {
  event.preventDefault();
  const chosen = new FormData(event.target).get("about");
  const found = readDate(day.value);
  let reason = found ? "" : say("wrong:date", { given: day.value });
  if (found) {
    try {
      book.decide({ as_of: found });
    } catch (error) {
      const [fault] = error.in(state.language);
      reason = fault.hint ? `${fault.message} (${fault.hint})` : fault.message;
    }
  }
  wrong.textContent = reason;
  if (reason) {
    day.setAttribute("aria-invalid", "true");
    day.focus();
    return;
  }
  go({ ...state, day: found, about: chosen ? [chosen] : [], begun: true, answers: [] });
}
