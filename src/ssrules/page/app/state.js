/**
 * What was answered, and how it stands behind the # of a link: `place=…&day=…&card.financial=active`.
 * The answers stand in their order; "?" is one that nobody knows.
 */

import { readDate, today } from "./dates.js";
import { FactError } from "../../js/facts.js";

const SKIPPED = "?";

/** The state that a link tells, with what is wrong in it. */
export function stateOf(hash, places, preferred) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const wrong = [];
  let place = given.get("place") ?? places.names[0];
  if (!places.names.includes(place)) {
    wrong.push({ key: "link:place", given: place });
    [place] = places.names;
  }
  const book = places.book(place);
  const language = ["en", "zh"].includes(given.get("lang")) ? given.get("lang") : preferred;
  const about = (given.get("about") ?? "").split(",").filter(Boolean);
  const strange = about.filter((name) => !book.about([name]).length);
  strange.forEach((name) => wrong.push({ key: "link:about", given: name }));
  const day = dayOfLink(given.get("day"), book, language, wrong);
  const state = {
    place,
    language,
    day,
    about: about.filter((name) => !strange.includes(name)),
    begun: given.has("day"),
    answers: [],
  };
  for (const [path, text] of given) {
    if (["place", "lang", "about", "day"].includes(path)) continue;
    take(state, book, path, text, wrong);
  }
  return { state, book, wrong };
}

function dayOfLink(text, book, language, wrong) {
  const day = text === null ? null : readDate(text) ?? text;
  if (day === null) return today();
  try {
    book.decide({ as_of: day });
    return day;
  } catch (error) {
    if (!(error instanceof FactError)) throw error;
    wrong.push({ key: "link:value", path: "as_of", reason: error.in(language)[0].message });
    return today();
  }
}

function take(state, book, path, text, wrong) {
  const topic = book.topic(path);
  if (!topic || state.answers.some((each) => each.path === path)) {
    wrong.push({ key: "link:unknown", given: path });
    return;
  }
  const yesNo = topic.facts.length > 1;
  if (yesNo && !["true", "false", SKIPPED].includes(text)) {
    wrong.push({ key: "link:yes_no", path, given: text });
    return;
  }
  const value = text === SKIPPED ? null : valueOf(book, topic, text);
  const next = withAnswer(state, path, value);
  try {
    book.decide(factsOf(book, next));
    state.answers = next.answers;
  } catch (error) {
    if (!(error instanceof FactError)) throw error;
    wrong.push({ key: "link:value", path, reason: error.in(state.language)[0].message });
  }
}

/** The value that a text in a link stands for; one that is wrong stays as it is, to be told. */
function valueOf(book, { facts }, text) {
  const fact = book.factOf(facts[0]);
  const yesNo = facts.length > 1 || fact.kind === "boolean";
  if (yesNo && (text === "true" || text === "false")) return text === "true";
  if (fact.kind === "number" && /^-?\d+$/.test(text)) return Number(text);
  return text;
}

/** The link of a state. */
export function linkOf({ place, language, day, about, answers, begun }, places) {
  const given = new URLSearchParams();
  if (place !== places.names[0]) given.set("place", place);
  given.set("lang", language);
  if (about.length) given.set("about", about.join(","));
  if (begun) given.set("day", day);
  for (const { path, value } of answers) given.append(path, value === null ? SKIPPED : value);
  return `#${given}`;
}

/** The same state with one answer more, null for one that nobody knows. */
export function withAnswer(state, path, value) {
  return { ...state, answers: [...state.answers, { path, value }] };
}

/** The same state without an answer. */
export function without(state, path) {
  return { ...state, answers: state.answers.filter((each) => each.path !== path) };
}

/**
 * The facts that a state tells, as JSON has them. A fact with a default is unknown, too, until it is
 * told: what is usual is not taken for granted here.
 */
export function factsOf(book, { day, answers }) {
  const known = new Map([["as_of", day]]);
  for (const { path, default: usual } of book.facts) if (usual !== undefined) known.set(path, null);
  for (const { path, value } of answers) {
    if (value === null) continue;
    const told = book.answered(known, path, value);
    Object.entries(told).forEach(([fact, each]) => known.set(fact, each));
  }
  const tree = {};
  for (const [path, value] of known) {
    const names = path.split(".");
    const name = names.pop();
    let at = tree;
    for (const each of names) at = at[each] ??= {};
    at[name] = value;
  }
  return tree;
}

/** The facts that nobody knows. */
export function skippedOf(book, { answers }) {
  return answers.filter(({ value }) => value === null).flatMap(({ path }) => book.topic(path).facts);
}
