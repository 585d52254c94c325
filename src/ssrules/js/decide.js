/** From a case to its decision. */

import { parseDay, writeDay } from "./calendar.js";
import { FactError, caseOf } from "./facts.js";
import { partOf, toldOf } from "./parts.js";
import { keyOf } from "./reading.js";

/** A case where it stands: on every axis of the book, and the answers of every table there. */
export class Standing {
  constructor(book, values, entries) {
    this.book = book;
    this.values = values;
    this.entries = entries;
  }

  static of(book, values, on) {
    const axes = new Set(book.compiled.order.flatMap((block) => block.axes));
    const read = (at) => [at, book.axes[at].read(values, on)];
    return new Standing(book, values, new Map([...axes].map(read)));
  }

  /**
   * Where the case stands on another day, as far as some axes turn: null where it stands nowhere
   * else, or where the values of that day leave it without a deadline.
   */
  on(axes, day) {
    const entries = new Map(this.entries);
    let same = true;
    try {
      for (const at of axes) {
        entries.set(at, this.book.axes[at].read(this.values, day));
        same &&= keyOf(entries.get(at)) === keyOf(this.entries.get(at));
      }
    } catch (error) {
      if (error instanceof FactError) return null;
      throw error;
    }
    return same ? null : new Standing(this.book, this.values, entries);
  }

  /** What stands on the axes of a table, in their order. */
  of(table) {
    return table.compiled.axes.map((at) => this.entries.get(at));
  }

  answer(name) {
    const table = this.book.tables.get(name);
    return table.answer(this.of(table));
  }

  /** How many different answers a part may still have. */
  left(path) {
    const table = this.book.tables.get(path);
    const choices = table.spread(this.of(table)).map((ways) => ways.map(([place]) => place));
    return new Set([...table.completions(choices)].map(([, outcome]) => outcome.value)).size;
  }

  /** The answers behind a part: of its rule set at "", of those that add to it at short names. */
  answers(path) {
    const found = { "": this.answer(path) };
    const { adding } = this.book.compiled.parts[path];
    for (const [short, name] of Object.entries(adding ?? {})) found[short] = this.answer(name);
    return found;
  }
}

/**
 * The decision on a case.
 * @param {object} book @param {object} mapping the facts as JSON has them
 * @returns {object} the decision as JSON has it; throws FactError
 */
export function decide(book, mapping) {
  return settled(book, mapping).decision;
}

/** The decision on a case, with where the case stands. */
export function settled(book, mapping) {
  const { compiled } = book;
  const values = caseOf(book, mapping);
  const asOf = values.get("as_of");
  const first = compiled.covers_from === null ? null : parseDay(compiled.covers_from);
  if (first !== null && asOf < first) {
    const data = { first: compiled.covers_from };
    const fault = { path: "as_of", value: writeDay(asOf), code: "not_covered", data };
    throw new FactError([fault], compiled.faults);
  }
  const due = new Map();
  for (const [path, window] of book.windows) {
    const start = values.get(window.fact);
    due.set(path, start === null ? null : window.due(start, asOf));
  }
  const standing = Standing.of(book, values, asOf);
  const parts = new Map();
  for (const path of book.order) {
    const ends = due.get(book.sectionOf.get(path)) ?? null;
    parts.set(path, partOf(book, path, standing.answers(path), values, ends));
  }
  return { decision: told(book, parts, standing, asOf), standing, parts };
}

function told(book, parts, standing, asOf) {
  const { compiled } = book;
  const needs = new Set(book.order.flatMap((path) => [...standing.answer(path).needs]));
  const decision = { as_of: writeDay(asOf), rulebook: compiled.rulebook };
  for (const { name, holds, parts: paths } of compiled.sections) {
    const listed = paths.map((path) => parts.get(path));
    if (holds === "part") [decision[name]] = listed;
    else decision[name] = holds === "list" ? listed : { [holds]: listed };
  }
  decision.needs = book.inOrder(needs);
  decision.next_change = nextChange(book, standing, asOf);
  const further = compiled.further.flatMap((each) => each.parts);
  if (further.length) decision.further = further.map((path) => parts.get(path));
  return decision;
}

/** The first later day on which something told differs, every fact staying as it is. */
function nextChange(book, standing, asOf) {
  const turns = book.compiled.order.map((block) => firstTurn(book, block, standing, asOf));
  const days = turns.filter(Boolean).map((turn) => turn.day);
  if (!days.length) return null;
  const first = Math.min(...days);
  const changes = turns.flatMap((turn) => (turn?.day === first ? turn.changes : []));
  return { on: writeDay(first), changes };
}

/** The first turn of parts that are decided together, looked for on each day that may be one. */
function firstTurn(book, { parts, axes }, now, asOf) {
  const turning = axes.filter((at) => book.axes[at].turns);
  const days = turning.flatMap((at) => book.axes[at].turningDays(now.values, asOf));
  for (const day of [...new Set(days)].sort((a, b) => a - b)) {
    const then = now.on(turning, day);
    const changes = then ? changed(book, parts, now, then) : [];
    if (changes.length) return { day, changes };
  }
  return null;
}

function changed(book, parts, now, then) {
  return parts.flatMap((path) => {
    const before = toldOf(book, path, now.answers(path), now.values);
    const after = toldOf(book, path, then.answers(path), now.values);
    return [...before.keys()].filter((key) => before.get(key) !== after.get(key));
  });
}
