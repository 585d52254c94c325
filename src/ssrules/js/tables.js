/** Tables: what a rule set answers at a point, unknown facts by looking at every completion. */

import { keyOf } from "./reading.js";

const REMEMBERED = 20000;

/** One rule set, ready to answer. */
export class Table {
  constructor(compiled, axes) {
    this.compiled = compiled;
    this.name = compiled.name;
    this.axes = compiled.axes.map((at) => axes[at]);
    this.nothing = compiled.values.indexOf(null); // the number of the value null, or -1
    this.distinct = compiled.kinds.map((kinds) => [...new Set(kinds)].sort((a, b) => a - b));
    this._place = compiled.kinds.map((kinds, at) =>
      kinds.map((kind) => this.distinct[at].indexOf(kind)),
    );
    this._cells = expanded(compiled.cells);
    this._answers = new Map();
  }

  /** A value by its number: itself, or the code of a document. */
  told(number) {
    const value = this.compiled.values[number];
    return value?.document?.code ?? value;
  }

  /** A document by its number; null for any other value. */
  document(number) {
    return this.compiled.values[number]?.document ?? null;
  }

  /** The outcome in the cell of some places among the kinds of each axis. */
  _outcome(places) {
    let at = 0;
    places.forEach((place, axis) => {
      at = at * this.distinct[axis].length + place;
    });
    return this.compiled.outcomes[this._cells[at]];
  }

  /** What the rule set answers where a case stands so on its axes. */
  answer(entries) {
    const key = entries.map(keyOf).join(",");
    let found = this._answers.get(key);
    if (!found) {
      if (this._answers.size >= REMEMBERED) this._answers.clear();
      found = this._answer(entries);
      this._answers.set(key, found);
    }
    return found;
  }

  /** For each axis how often each kind is possible: `[place, ways]`. */
  spread(entries) {
    return entries.map(({ numbers }, axis) => {
      const ways = new Map();
      for (const number of numbers) {
        const place = this._place[axis][number];
        ways.set(place, (ways.get(place) ?? 0) + 1);
      }
      return [...ways].sort(([a], [b]) => a - b);
    });
  }

  /** Every completion, the last axis turning fastest: `[places, outcome]`. */
  *completions(choices) {
    const at = choices.map(() => 0);
    for (;;) {
      const places = at.map((each, axis) => choices[axis][each]);
      yield [places, this._outcome(places)];
      let axis = at.length - 1;
      while (axis >= 0 && at[axis] === choices[axis].length - 1) at[axis--] = 0;
      if (axis < 0) return;
      at[axis] += 1;
    }
  }

  _answer(entries) {
    const choices = this.spread(entries).map((ways) => ways.map(([place]) => place));
    const outcomes = [...this.completions(choices)].map(([, outcome]) => outcome);
    const different = [...new Set(outcomes)];
    const determined = different.every((each) => each.value === outcomes[0].value);
    const reasons = determined ? this._because(different) : [];
    const rows = reasons.map((at) => this.compiled.rows[at]);
    return {
      table: this,
      outcome: determined ? outcomes[0] : null,
      refused: determined && Boolean(outcomes[0].refused),
      because: rows.map((row) => row.code),
      clauses: [...new Set(rows.flatMap((row) => row.clauses))],
      needs: determined ? new Set() : needs(entries, choices, outcomes),
      certain: this._certain(different.map((each) => each.outputs ?? {})),
      possible: this._possible(different),
    };
  }

  /** The reasons of every completion; if they share none, those that are one's only one. */
  _because(outcomes) {
    const shared = outcomes[0].reasons.filter((at) => outcomes.every((o) => o.reasons.includes(at)));
    const only = outcomes.filter((o) => o.reasons.length === 1).map((o) => o.reasons[0]);
    return [...new Set(shared.length ? shared : only)].sort((a, b) => a - b);
  }

  /** What every completion gives: of a list the items that stand in all. */
  _certain(found) {
    const certain = {};
    for (const [name, value] of Object.entries(found[0])) {
      const others = found.map((each) => each[name] ?? this.nothing);
      if (Array.isArray(value)) {
        certain[name] = value.filter((item) =>
          others.every((each) => Array.isArray(each) && each.includes(item)),
        );
      } else if (others.every((each) => each === value)) {
        certain[name] = value;
      }
    }
    return certain;
  }

  /** For each list the items of all rules that apply in some completion, in their order. */
  _possible(outcomes) {
    const applying = new Set(outcomes.filter((o) => !o.refused).flatMap((o) => o.reasons));
    const possible = {};
    this.compiled.rows.forEach((row, at) => {
      if (!applying.has(at)) return;
      for (const [name, items] of Object.entries(row.lists ?? {})) {
        possible[name] = [...new Set([...(possible[name] ?? []), ...items])];
      }
    });
    return possible;
  }
}

function expanded(runs) {
  const found = [];
  for (let at = 0; at < runs.length; at += 2) {
    for (let each = 0; each < runs[at + 1]; each += 1) found.push(runs[at]);
  }
  return found;
}

/** The unknown facts that alone, all others staying, can change the value. */
function needs(entries, choices, outcomes) {
  const found = new Set();
  let step = outcomes.length;
  choices.forEach((choice, axis) => {
    const reach = step;
    step = reach / choice.length;
    const turns = outcomes.some((outcome, at) => {
      const first = at - (at % reach) + (at % step);
      return outcome.value !== outcomes[first].value;
    });
    if (choice.length > 1 && turns) entries[axis].missing.forEach((path) => found.add(path));
  });
  return found;
}
