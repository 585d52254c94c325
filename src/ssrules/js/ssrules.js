/**
 * Decides by a compiled rule book (`ssrules export json`), exactly as the Python library does.
 *
 *     import { load } from "./ssrules.js";
 *     const book = load(JSON.parse(text));
 *     book.decide({ as_of: "2026-11-22", person: { age: 41 } });
 *
 * Nothing else is needed, and nothing is asked of a clock, a disk or a network. A number that JSON
 * writes as 41.0 is 41 here, and a key that is written twice is not seen: JavaScript knows neither.
 */

import { asked, explained, explain, questions } from "./asking.js";
import { decide, settled } from "./decide.js";
import { FactError, treeOf } from "./facts.js";
import { nextQuestion, pathsAbout, toldBy, topicsOf } from "./interview.js";
import { Axis, Parameters, Window } from "./reading.js";
import { Table } from "./tables.js";
import { told } from "./told.js";

export { FactError };

export const FORMAT = "ssrules-compiled";
export const FORMAT_VERSION = 1;

/** A compiled rule book, ready to decide by. */
class Book {
  constructor(compiled) {
    this.compiled = compiled;
    this.facts = compiled.facts;
    this.tree = treeOf(compiled.facts);
    const facts = new Map(this.facts.map((fact) => [fact.path, fact]));
    this._facts = facts;
    this._places = new Map(this.facts.map((fact, at) => [fact.path, at]));
    const parameters = new Parameters(compiled.parameters);
    const faults = compiled.faults;
    this.axes = compiled.axes.map((each) => new Axis(each, facts, parameters, faults));
    this.tables = new Map(
      compiled.tables.map((each) => [each.name, new Table(each, this.axes)]),
    );
    this.order = compiled.order.flatMap((block) => block.parts);
    const sections = [...compiled.sections, ...compiled.further];
    this.told = sections.flatMap((section) => section.parts);
    this.sectionOf = new Map(sections.flatMap(({ name, parts }) => parts.map((path) => [path, name])));
    this.topics = topicsOf(this);
    this.windows = new Map();
    for (const path of this.told) {
      const { window } = compiled.parts[path];
      if (window) this.windows.set(path, new Window(window, window.fact, parameters, faults));
    }
  }

  /** Paths of facts without repeats, in the order of the facts. */
  inOrder(paths) {
    return [...new Set(paths)].sort((a, b) => this._places.get(a) - this._places.get(b));
  }

  /** A fact by its path. */
  factOf(path) {
    return this._facts.get(path);
  }

  /** The words for a key in a language, or undefined. */
  words(key, language = "en") {
    return this.compiled.words[language][key];
  }

  /** The words for a key in a language; for one that has none, the code made readable. */
  label(key, language = "en") {
    return this.words(key, language) ?? key.split(/[=:.]/).at(-1).replaceAll("_", " ");
  }

  /** The decision on a case. @param {object} facts @returns {object} throws FactError */
  decide(facts) {
    return decide(this, facts);
  }

  /** What to ask next, best first. @param {object} facts @param {string} [language] */
  questions(facts, language = "en") {
    return questions(this, facts, language);
  }

  /** The reasons of every part, with their clauses. @param {object} facts @param {string} [language] */
  explain(facts, language = "en") {
    return explain(this, facts, language);
  }

  /** Everything about a case, for the price of one decision. @param {object} facts */
  consider(facts) {
    const found = settled(this, facts);
    return {
      decision: found.decision,
      questions: (language = "en") => asked(this, found, language),
      explanation: (language = "en") => explained(this, found, language),
      next: (language = "en", aim = {}) => nextQuestion(this, found, language, aim),
      told: (path, language = "en") => told(this, found, path, language),
      part: (path) => found.parts.get(path),
      left: (path) => found.standing.left(path),
    };
  }

  /** The paths of the parts that names mean: theirs, or beginnings of theirs; all for none. */
  about(names) {
    return pathsAbout(this, names);
  }

  /**
   * The facts that the answer to a question tells, by their paths.
   * @param {Map<string, unknown>} known the facts told so far @param {string} path of the question
   * @param {unknown} answer
   */
  answered(known, path, answer) {
    return toldBy(known, this.topic(path), answer);
  }

  /** The question of a path: `{path, facts}`, or undefined. */
  topic(path) {
    return [...this.topics.values()].find((topic) => topic.path === path);
  }
}

/**
 * The rule book in compiled data.
 * @param {object} compiled what `ssrules export json` wrote, parsed
 * @returns {Book} throws Error for another format, or another version of it
 */
export function load(compiled) {
  if (compiled?.format !== FORMAT) {
    throw new Error(`this is no compiled rule book: its format is not ${FORMAT}`);
  }
  if (compiled.format_version !== FORMAT_VERSION) {
    const found = JSON.stringify(compiled.format_version);
    const cure = "export it again, or take the reader that came with the library that wrote it";
    throw new Error(`format version ${found} cannot be read, only ${FORMAT_VERSION}: ${cure}`);
  }
  return new Book(compiled);
}
