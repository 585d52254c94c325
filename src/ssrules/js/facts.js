/** From a mapping to a case: every fact with its value, null being unknown, or every fault. */

import { parseDay, writeDay } from "./calendar.js";
import { nearest, stripped } from "./near.js";
import { nameOf, plain, sentence } from "./telling.js";

const WHOLE = "case";
const FULL_YEARS = "full years";
const MOST_FAULTS = 100;

/** An input that cannot be decided, with every fault in it, in the order of the facts. */
export class FactError extends Error {
  /** @param {object[]} faults each with path, value, code and data @param {object} told the words */
  constructor(faults, told) {
    const whole = faults.map((each) => toldIn(each, told, "en"));
    super(whole.map(({ path, message }) => `${path}: ${message}`).join("\n"));
    this.name = "FactError";
    this.faults = whole;
    this._faults = faults;
    this._told = told;
  }

  /** @param {string} language @returns {object[]} the faults with message and hint in a language */
  in(language) {
    return this._faults.map((each) => toldIn(each, this._told, language));
  }
}

function toldIn({ path, value, code, data }, told, language) {
  const [message, hint] = sentence(told[language], code, { value, ...data });
  return { path, value: plain(value), message, hint, code };
}

/** The facts as they stand in one another: groups by their names. */
export function treeOf(facts) {
  const tree = new Map();
  for (const fact of facts) {
    const names = fact.path.split(".");
    const name = names.pop();
    let at = tree;
    for (const each of names) {
      if (!at.has(each)) at.set(each, new Map());
      at = at.get(each);
    }
    at.set(name, fact);
  }
  return tree;
}

/**
 * The values of all facts by their paths; a date is a day's number.
 * @param {object} book @param {unknown} mapping @returns {Map<string, unknown>}
 */
export function caseOf(book, mapping) {
  const values = new Map(book.facts.map((fact) => [fact.path, fact.default ?? null]));
  const faults = [];
  group(book, book.tree, mapping, "", values, faults);
  const late = faults.length ? undefined : book.facts.find((fact) => tooLate(fact, values));
  if (late) {
    const value = writeDay(values.get(late.path));
    faults.push({ path: late.path, value, ...tooLate(late, values) });
  }
  if (faults.length) throw new FactError(faults, book.compiled.faults);
  return values;
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function group(book, tree, mapping, prefix, values, faults) {
  if (!isObject(mapping)) {
    const path = prefix.slice(0, -1) || WHOLE;
    faults.push({ path, value: mapping, code: "not_an_object", data: {} });
    return;
  }
  const given = new Map(Object.entries(mapping));
  for (const [name, found] of tree) {
    const value = given.get(name);
    if (found instanceof Map) {
      if (value !== undefined && value !== null) {
        group(book, found, value, `${prefix}${name}.`, values, faults);
      }
    } else if (given.has(name) || found.required) {
      leaf(found, value, values, faults);
    }
  }
  strange(given, [...tree.keys()], prefix, faults);
}

function strange(given, known, prefix, faults) {
  let unknown = 0;
  for (const [name, value] of given) {
    if (known.includes(name)) continue;
    unknown += 1;
    if (unknown > MOST_FAULTS) continue;
    const data = { near: nearest(name, known), known, under: prefix };
    faults.push({ path: prefix + nameOf(name), value, code: "unknown_fact", data });
  }
  if (unknown > MOST_FAULTS) {
    const path = prefix.slice(0, -1) || WHOLE;
    const data = { count: unknown - MOST_FAULTS };
    faults.push({ path, value: null, code: "more_unknown", data });
  }
}

function leaf(fact, given, values, faults) {
  const { path } = fact;
  if (given === null || given === undefined) {
    values.set(path, null);
    if (fact.required) faults.push({ path, value: null, code: "required", data: {} });
    return;
  }
  const fault = wrong(fact, given);
  if (!fault) values.set(path, fact.kind === "date" ? parseDay(given) : given);
  const late = fault ?? tooLate(fact, values);
  if (!late) return;
  faults.push({ path, value: given, ...late });
  values.set(path, null);
}

function tooLate(fact, values) {
  const limit = fact.not_after ? values.get(fact.not_after) : null;
  const value = values.get(fact.path);
  if (limit === null || value === null || value <= limit) return null;
  return { code: "after_as_of", data: { other: fact.not_after, limit: writeDay(limit) } };
}

function wrong(fact, value) {
  if (fact.kind === "boolean") {
    const written = value === "true" || value === "false" ? value : null;
    return typeof value === "boolean" ? null : { code: "not_true_or_false", data: { written } };
  }
  if (fact.kind === "number") return wrongNumber(fact, value);
  if (fact.kind === "date") {
    const day = typeof value === "string" ? parseDay(value) : null;
    return day === null ? { code: "not_a_date", data: {} } : null;
  }
  if (fact.kind === "text") return wrongText(value);
  if (typeof value === "string" && fact.values.includes(value)) return null;
  return { code: "not_one_of", data: { known: fact.values, like: nearest(value, fact.values) } };
}

function wrongNumber(fact, value) {
  const years = fact.unit === FULL_YEARS;
  if (!Number.isInteger(value)) {
    return { code: years ? "not_a_whole_number" : "not_a_number", data: {} };
  }
  if (value >= fact.lowest && value <= fact.highest) return null;
  const data = { lowest: String(fact.lowest), highest: String(fact.highest) };
  return { code: years ? "out_of_range" : "number_out_of_range", data };
}

function wrongText(value) {
  if (typeof value !== "string") return { code: "not_a_string", data: {} };
  if (value !== stripped(value)) return { code: "white_space", data: {} };
  if (value === "") return { code: "empty", data: {} };
  return /[\ud800-\udfff]/u.test(value) ? { code: "half_a_character", data: {} } : null;
}
