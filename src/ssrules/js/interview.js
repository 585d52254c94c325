/** An interview: one question after another, until what is asked about is settled. */

import { bestFirst, questionOf } from "./asking.js";
import { atHand } from "./parts.js";

const MADE_UP = "made-up:";

/** The question of each fact; identifiers that are only ever compared in one pair have one. */
export function topicsOf(book) {
  const topics = new Map(book.facts.map(({ path }) => [path, { path, facts: [path] }]));
  const pairs = new Map();
  for (const { compiled } of book.axes) {
    const key = compiled.same?.toSorted().join();
    if (key && !pairs.has(key)) pairs.set(key, compiled);
  }
  for (const [key, { same, name, says }] of pairs) {
    const apart = ([other, pair]) => other === key || !pair.same.some((path) => same.includes(path));
    if (![...pairs].every(apart)) continue;
    const topic = { path: name, facts: same, says };
    same.forEach((path) => topics.set(path, topic));
  }
  return topics;
}

/** The paths of the parts that names mean: theirs, or beginnings of theirs; all for none. */
export function pathsAbout(book, about) {
  const means = (name, path) => path === name || path.startsWith(`${name}.`);
  return book.told.filter((path) => !about.length || about.some((name) => means(name, path)));
}

/**
 * The best question that can still change something that is asked about, or null.
 * @param {object} book @param {object} found what `settled` gives @param {string} language
 * @param {{skipped?: string[], about?: string[], documents?: boolean}} [aim] the facts that nobody
 *   knows; the parts or sections that are asked about; whether to go on to the documents
 */
export function nextQuestion(book, { standing, parts }, language, aim = {}) {
  const { skipped = [], about = [], documents = false } = aim;
  const unknown = new Set(skipped);
  const paths = pathsAbout(book, about);
  const open = paths.filter((path) => parts.get(path).status === "undetermined");
  const [best] = bestFirst(standing, open, book.topics, language, { unknown });
  if (best || !documents) return best ?? null;
  const listed = paths.filter((path) => unconfirmed(parts.get(path)));
  const more = { unknown, documents: true };
  const [which] = bestFirst(standing, listed, book.topics, language, more);
  return which ?? atHandQuestion(standing, listed, parts, unknown, language);
}

function unconfirmed({ status, missing_documents: missing, unconfirmed_documents: open }) {
  return status !== "undetermined" && !missing?.length && Boolean(open?.length);
}

/** The fact that can still tell whether documents are at hand, on which most parts hang. */
function atHandQuestion(standing, paths, parts, unknown, language) {
  const hanging = new Map();
  for (const path of paths) {
    for (const document of wanted(standing, path, parts.get(path))) {
      for (const fact of telling(document, standing.values)) {
        if (unknown.has(fact)) continue;
        if (!hanging.has(fact)) hanging.set(fact, []);
        if (!hanging.get(fact).includes(path)) hanging.get(fact).push(path);
      }
    }
  }
  const [first] = [...hanging].sort(([, a], [, b]) => b.length - a.length);
  if (!first) return null;
  const [path, about] = first;
  return questionOf(standing.book, { path, facts: [path] }, language, { parts: about });
}

/** The documents that a part asks for, as the rules that may apply give them. */
export function wanted(standing, path, part) {
  const { book } = standing;
  const required = part.required_documents ?? [];
  const adding = Object.values(book.compiled.parts[path].adding ?? {});
  const found = new Map();
  for (const [name, table] of book.tables) {
    if (name !== path && !adding.includes(name)) continue;
    const choices = table.spread(standing.of(table)).map((ways) => ways.map(([place]) => place));
    const outcomes = new Set([...table.completions(choices)].map(([, outcome]) => outcome));
    const applying = new Set([...outcomes].flatMap((outcome) => outcome.reasons));
    table.compiled.rows.forEach((row, at) => {
      if (!applying.has(at)) return;
      for (const number of row.lists?.documents ?? []) {
        const document = table.document(number);
        if (required.includes(document.code)) found.set(number, document);
      }
    });
  }
  return [...found.values()];
}

/** The unknown facts that can change whether a document is at hand. */
function telling(document, values) {
  if (atHand(document, values) !== null) return [];
  const settled = document.any_of.some((path) => values.get(path) === true);
  const asked = [...document.all_of, ...(settled ? [] : document.any_of)];
  return asked.filter((path) => values.get(path) === null);
}

/**
 * The facts that an answer tells, by their paths.
 * @param {Map<string, unknown>} known the facts told so far, by their paths
 * @param {object} topic @param {unknown} answer
 */
export function toldBy(known, { path, facts }, answer) {
  if (facts.length === 1) return { [path]: answer };
  const [first, other] = facts;
  const same = `${MADE_UP}${path}`;
  const another = `${same}:other`;
  const there = (fact) => (known.get(fact) ?? null) !== null;
  if (!there(first) && !there(other)) return { [first]: same, [other]: answer ? same : another };
  const [missing, kept] = there(first) ? [other, first] : [first, other];
  return { [missing]: answer ? known.get(kept) : another };
}
