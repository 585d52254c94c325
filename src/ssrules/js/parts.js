/** Parts: the answers of tables become the parts of a decision, by the forms in the book. */

import { writeDay } from "./calendar.js";

/** All that is known of one part while a case is decided. */
class Making {
  constructor(book, path, answers, values, due) {
    this.book = book;
    this.path = path;
    this.form = book.compiled.parts[path];
    this.answers = answers;
    this.main = answers[""];
    this.values = values;
    this.due = due;
    this.documents = this._documents();
    this.status = this._status();
  }

  holds(when) {
    if (when === "determined") return this.main.outcome !== null;
    if (when === "open") return this.main.outcome !== null && !this.main.refused;
    if (when === "not_refused") return !this.main.refused;
    return true;
  }

  /** What a form of an output gives, by a function of the table and a number, or undefined. */
  given(form, told) {
    const answer = this.answers[form.of ?? ""];
    if (!answer || !this.holds(form.when)) return undefined;
    const found = form.certain === undefined ? answer.possible[form.possible] : answer.certain[form.certain];
    return found === undefined ? undefined : each(found, (at) => told(answer.table, at));
  }

  _documents() {
    if (!this.form.documents) return [];
    const found = this.given(this.form.documents, (table, at) => table.document(at));
    if (found === undefined) return this.form.documents.otherwise;
    return Array.isArray(found) ? found : null;
  }

  _status() {
    const { status } = this.form;
    if (status.output && this.main.outcome) {
      return this.main.table.told(this.main.outcome.outputs[status.output]);
    }
    return statusOf(status, this.main, this.documents, this.values);
  }

  field(form) {
    if ("constant" in form) return form.constant;
    if (form.status) return this.status;
    if (form.reasons) return this._reasons(form.reasons);
    if (form.documents) return this._listed(form.documents);
    if (form.window) return this._window(form.window);
    if (form.outputs) return this._outputs();
    const told = this.given(form, (table, at) => table.told(at));
    if (told === undefined) return form.otherwise;
    return form.keys ? told.map((item) => objectOf(form.keys, item)) : told;
  }

  _reasons(which) {
    if (which === "needs") return this.book.inOrder(this.main.needs);
    return [...this.main[which]];
  }

  _listed(which) {
    if (this.documents === null) return which === "required" ? null : [];
    const wanted = { missing: false, unconfirmed: null }[which];
    const found = this.documents.filter(
      (each) => which === "required" || atHand(each, this.values) === wanted,
    );
    return [...new Set(found.map((each) => each.code))];
  }

  _window(which) {
    const window = this.book.windows.get(this.path);
    if (which === "due_from") return this.due === null ? null : writeDay(this.due);
    if (this.due === null || !window) return null;
    const last = window.lastDay(this.due, this.values.get(window.fact));
    return which === "deadline" ? writeDay(last) : last - this.values.get("as_of");
  }

  _outputs() {
    const found = {};
    for (const [name, answer] of Object.entries(this.answers)) {
      if (!name && !this.holds("open")) continue;
      for (const [key, value] of Object.entries(answer.certain)) {
        found[name ? `${name}.${key}` : key] = each(value, (at) => answer.table.told(at));
      }
    }
    return found;
  }
}

/** A value, or each item of a list, told by a function. */
function each(found, told) {
  return Array.isArray(found) ? found.map(told) : told(found);
}

function objectOf(keys, values) {
  return Object.fromEntries(keys.map((key, at) => [key, values[at]]));
}

/** Whether a document is at hand: null where the unknown facts leave it open. */
export function atHand(document, values) {
  const all = document.all_of.map((path) => values.get(path));
  const any = document.any_of.map((path) => values.get(path));
  if (all.includes(false) || (any.length && any.every((each) => each === false))) return false;
  if (all.includes(null) || (any.length && !any.includes(true))) return null;
  return true;
}

function statusOf(names, main, documents, values) {
  if (main.outcome === null) return names.undetermined;
  if (main.refused) return names.refused;
  const wanting = (documents ?? []).some((each) => atHand(each, values) !== true);
  return wanting && names.incomplete ? names.incomplete : names.open;
}

/** A part of a decision, as JSON has it. */
export function partOf(book, path, answers, values, due) {
  const making = new Making(book, path, answers, values, due);
  const fields = Object.entries(making.form.fields);
  return Object.fromEntries(fields.map(([name, form]) => [name, making.field(form)]));
}

/** What a later day may change of a part: its status, and other things told, by their paths. */
export function toldOf(book, path, answers, values) {
  const making = new Making(book, path, answers, values, null);
  const { main, form } = making;
  const documents = (main.possible.documents ?? []).map((at) => main.table.document(at));
  const status = form.standing ? statusOf(form.standing, main, documents, values) : making.status;
  const told = new Map([[`${path}.status`, status]]);
  for (const name of form.changes ?? []) {
    const given = main.outcome === null ? undefined : main.certain[name];
    const value = given === undefined ? main.table.nothing : given;
    told.set(`${path}.${name}`, JSON.stringify(value));
  }
  return told;
}
