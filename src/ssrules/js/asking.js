/** What to ask next, and why a decision is as it is. */

import { settled } from "./decide.js";

const DIGITS = 9;

const OPEN = Symbol("a part that stays open, since it hangs on a fact that nobody knows");
const KINDS = { boolean: "bool", choice: "word", number: "int", text: "str", date: "date" };

/**
 * The unknown facts that some open part needs, those first that narrow the open parts most.
 * @param {object} book @param {object} mapping @param {string} language
 * @returns {{open: string[], questions: object[]}}
 */
export function questions(book, mapping, language = "en") {
  return asked(book, settled(book, mapping), language);
}

/** The same for a case that is decided already. */
export function asked(book, { standing, parts }, language) {
  const open = book.told.filter((path) => parts.get(path).status === "undetermined");
  const facts = open.flatMap((path) => parts.get(path).needs);
  const topics = new Map(facts.map((path) => [path, { path, facts: [path] }]));
  return { open, questions: bestFirst(standing, open, topics, language) };
}

/**
 * The questions that can still change parts, the most telling first.
 * @param {object} standing @param {string[]} paths of the parts
 * @param {Map<string, object>} topics of each fact the question that it belongs to
 * @param {string} language
 * @param {{unknown?: Set<string>, documents?: boolean}} [more] the facts that nobody knows; and
 *   whether to ask what can change which documents are asked for
 */
export function bestFirst(standing, paths, topics, language, more = {}) {
  const { unknown = new Set(), documents = false } = more;
  const gains = paths.flatMap((part) => {
    const names = documents ? listing(standing.book, part) : [part];
    return names.flatMap((name) => gainsOf(standing, part, name, topics, unknown, documents));
  });
  const found = [...new Set(standing.book.facts.map(({ path }) => topics.get(path)).filter(Boolean))]
    .map((topic) => [topic, gains.filter((gain) => gain.topic === topic)])
    .filter(([, own]) => own.length)
    .map(([topic, own]) =>
      questionOf(standing.book, topic, language, {
        narrows: rounded(sum(own.map((gain) => gain.narrows))),
        settles: rounded(sum(own.map((gain) => gain.settles))),
        parts: [...new Set(own.map((gain) => gain.part))],
      }),
    );
  return found.sort((a, b) => b.narrows - a.narrows || b.settles - a.settles);
}

/** A question in words. */
export function questionOf(book, topic, language, { narrows = 0, settles = 0, parts = [] }) {
  const fact = book.factOf(topic.facts[0]);
  const together = topic.facts.length > 1;
  const said = (together ? topic.says : fact.says)[language];
  const values = together || fact.kind === "boolean" ? [false, true] : fact.values ?? [];
  return {
    path: topic.path,
    facts: [...topic.facts],
    label: said.label,
    text: said.ask,
    values: [...values],
    choices: values.map((value, at) => ({ value, words: said.values[at] })),
    kind: together ? "bool" : KINDS[fact.kind],
    lowest: fact.lowest ?? null,
    highest: fact.highest ?? null,
    narrows,
    settles,
    parts,
  };
}

/** The tables that list the documents of a part. */
function listing(book, part) {
  const { adding = {} } = book.compiled.parts[part];
  const lists = (name) => book.tables.get(name).compiled.outputs.includes("documents");
  const names = new Set([part, ...Object.values(adding)]);
  return [...book.tables.keys()].filter((name) => names.has(name) && lists(name));
}

/** What each question that can change what a part comes to does for it, on average. */
function gainsOf(standing, part, name, topics, unknown, documents) {
  const table = standing.book.tables.get(name);
  const entries = standing.of(table);
  const shut = entries.map(({ missing }) => missing.some((path) => unknown.has(path)));
  const spread = comeTo(spreadOf(table, entries, documents), shut);
  const before = counted(spread);
  if (before.size === 1) return [];
  return entries.flatMap(({ missing }, at) => {
    if (!missing.length || shut[at] || !matters(spread, at)) return [];
    const known = missing.map((path) => topics.get(path)).filter(Boolean);
    const shares = known.filter((topic) => topic.facts.length === 1).length || 1;
    const after = [...grouped(spread, (each) => each.places[at]).values()].map(counted);
    const share = (each) => total(each) / total(before) / shares;
    const narrows = sum(after.map((each) => share(each) * (bits(before) - bits(each))));
    const settles = sum(after.filter((each) => each.size === 1).map(share));
    return [...new Set(known)].map((topic) => ({ topic, part, narrows, settles }));
  });
}

/** Each kind of completion, what the table gives there, and in how many ways it comes. */
function spreadOf(table, entries, documents) {
  const ways = table.spread(entries);
  const choices = ways.map((each) => each.map(([place]) => place));
  const weight = ways.map((each) => new Map(each));
  return [...table.completions(choices)].map(([places, outcome]) => ({
    places,
    value: documents ? JSON.stringify(outcome.outputs?.documents ?? null) : outcome.value,
    ways: places.reduce((all, place, axis) => all * weight[axis].get(place), 1),
  }));
}

/** The same with what is never known left out: the one value there is, or OPEN. */
function comeTo(spread, shut) {
  if (!shut.includes(true)) return spread;
  const found = new Map();
  for (const { places, value, ways } of spread) {
    const seen = places.map((place, axis) => (shut[axis] ? 0 : place));
    const key = seen.join();
    const there = found.get(key);
    if (!there) found.set(key, { places: seen, value, ways });
    else {
      there.ways += ways;
      if (there.value !== value) there.value = OPEN;
    }
  }
  return [...found.values()];
}

/** Whether two completions that differ on one axis alone come to different values. */
function matters(spread, at) {
  const others = grouped(spread, ({ places }) => places.toSpliced(at, 1).join());
  return [...others.values()].some((each) => each.some(({ value }) => value !== each[0].value));
}

function grouped(spread, keyOf) {
  const found = new Map();
  for (const each of spread) {
    const key = keyOf(each);
    if (found.has(key)) found.get(key).push(each);
    else found.set(key, [each]);
  }
  return found;
}

function counted(spread) {
  const found = new Map();
  for (const { value, ways } of spread) found.set(value, (found.get(value) ?? 0) + ways);
  return found;
}

function total(counts) {
  return sum([...counts.values()]);
}

/** The uncertainty of what is spread so over equally likely cases, in bits. */
function bits(counts) {
  const all = total(counts);
  return -sum([...counts.values()].map((each) => (each / all) * Math.log2(each / all)));
}

function sum(numbers) {
  return numbers.reduce((all, each) => all + each, 0);
}

/** Rounded as Python rounds: to the nearest, and a half to the even digit. */
function rounded(number) {
  const [whole, digits] = number.toFixed(60).split(".");
  const near = Number(number.toFixed(DIGITS));
  if (!/^50*$/.test(digits.slice(DIGITS))) return near === 0 ? 0 : near;
  const down = `${whole}.${digits.slice(0, DIGITS)}`;
  return Number(digits[DIGITS - 1]) % 2 === 0 ? Number(down) : near;
}

/**
 * Why a decision is as it is: of each part its reasons, with the clauses that they rest on.
 * @param {object} book @param {object} mapping @param {string} language
 */
export function explain(book, mapping, language = "en") {
  return explained(book, settled(book, mapping), language);
}

/** The same for a case that is decided already. */
export function explained(book, { decision, parts }, language) {
  const told = book.told.map((path) => {
    const { status, because, needs } = parts.get(path);
    const rows = new Map(book.tables.get(path).compiled.rows.map((row) => [row.code, row]));
    return {
      path,
      status,
      title: book.compiled.parts[path].title[language],
      reasons: because.map((code) => reason(book, rows.get(code), language)),
      needs,
    };
  });
  return { as_of: decision.as_of, parts: told };
}

function reason(book, row, language) {
  const clauses = row.clauses.map((id) => {
    const clause = book.compiled.clauses[id];
    const { words, language: written, certainty = null, found = null } = clause;
    return { id, title: clause.title[language], words, language: written, certainty, found };
  });
  return { code: row.code, sentence: row.says[language], clauses };
}
