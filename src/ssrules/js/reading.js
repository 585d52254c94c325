/**
 * Reading a case: from its facts to what stands on each axis. Dates, numbers and names stop here.
 *
 * What stands on an axis is `{numbers, missing}`: the numbers that the answer may be, ascending,
 * one where it is known, and the paths of the facts that are unknown in it.
 */

import { FIRST_DAY, LAST_DAY, dateOf, dayOf, later, parseDay, writeDay } from "./calendar.js";
import { FactError } from "./facts.js";

/** What stands for two answers: the same string for the same. */
export function keyOf(entry) {
  return entry.numbers.join(".") + "|" + entry.missing.join(" ");
}

/** The values of a parameter as days and numbers. */
export class Parameters {
  constructor(compiled) {
    this._timelines = new Map(
      Object.entries(compiled).map(([name, { timeline }]) => [
        name,
        timeline.map(([start, value]) => [start === null ? null : parseDay(start), value]),
      ]),
    );
  }

  timeline(name) {
    return this._timelines.get(name);
  }

  /** The value in force on a day. */
  value(name, on) {
    const found = this.timeline(name).findLast(([start]) => start === null || start <= on);
    return found[1];
  }
}

/** The names of the parameters that a test asks for. */
function asked(test) {
  if (test.between) return test.between;
  if (test.at_least) return [test.at_least];
  return [test.longer_ago_than, test.first_day_counts].filter(Boolean);
}

function isWindow(test) {
  return test.longer_ago_than !== undefined;
}

/** A window after a date: the first day on which it is over. */
export class Window {
  constructor(test, fact, parameters, told) {
    this.test = test;
    this.fact = fact;
    this._parameters = parameters;
    this._told = told;
    const timelines = asked(test).map((name) => parameters.timeline(name));
    const fixed = test.unit === "days" && timelines.every((each) => each.length === 1);
    const counted = timelines[1] ? Number(timelines[1][0][1]) : 0;
    this._days = fixed ? timelines[0][0][1] + 1 - counted : null;
  }

  /** The first day after the window that began on a day, by the values in force on another. */
  due(start, on) {
    if (this._days !== null && inside(start + this._days)) return start + this._days;
    const { longer_ago_than: name, first_day_counts: flag, unit } = this.test;
    const inForce = this.test.in_force_on === "fact" ? start : on;
    const length = this._parameters.value(name, inForce);
    const counted = flag ? Number(this._parameters.value(flag, inForce)) : 0;
    const end = unit === "days" ? start + length : later(start, length);
    if (end !== null && inside(end) && inside(end + 1 - counted)) return end + 1 - counted;
    const span = unit === "days" ? length - counted : length;
    throw this.fault(start, "no_day_left", { span, unit, parameter: name });
  }

  /** The last day of a window that is over on a day. */
  lastDay(due, start) {
    if (due > FIRST_DAY) return due - 1;
    throw this.fault(start, "before_the_calendar", {});
  }

  fault(start, code, data) {
    return new FactError([{ path: this.fact, value: writeDay(start), code, data }], this._told);
  }
}

function inside(day) {
  return day >= FIRST_DAY && day <= LAST_DAY;
}

/** One axis of a book: how a case is read on it. */
export class Axis {
  constructor(compiled, facts, parameters, told) {
    this.compiled = compiled;
    this._parameters = parameters;
    this._fact = facts.get(compiled.fact);
    this.facts = compiled.same ?? (compiled.as_of ? ["as_of"] : [compiled.fact]);
    this._starts = (compiled.as_of ?? []).map(parseDay);
    this.tests = (compiled.tests ?? []).map((test) => ({
      ...test,
      window: isWindow(test) ? new Window(test, compiled.fact, parameters, told) : null,
    }));
    this.values = this._valuesOfFact();
    this.size = this._size();
    this._possible = new Map();
  }

  _valuesOfFact() {
    if (!this._fact || this.compiled.tests) return [];
    return this._fact.kind === "boolean" ? [false, true] : this._fact.values;
  }

  _size() {
    if (this.compiled.same) return 2;
    if (this.compiled.as_of) return this._starts.length + 1;
    return this.compiled.tests ? 2 ** this.tests.length : this.values.length;
  }

  /** Where a case stands on the axis, decided as if on a day. */
  read(values, on) {
    if (this.compiled.same) return this._same(values);
    if (this.compiled.as_of) return known(this._starts.filter((start) => start <= on).length);
    const value = values.get(this.compiled.fact);
    if (value === null) return { numbers: this._unknown(on), missing: this.facts };
    return known(this.compiled.tests ? this._tested(value, on) : this.values.indexOf(value));
  }

  _same(values) {
    const [one, other] = this.facts.map((path) => values.get(path));
    const missing = this.facts.filter((path) => values.get(path) === null);
    return missing.length ? { numbers: [0, 1], missing } : known(one === other ? 1 : 0);
  }

  _tested(value, on) {
    return this.tests.reduce(
      (number, test, at) => number + (this._holds(test, value, on) ? 2 ** at : 0),
      0,
    );
  }

  _holds(test, value, on) {
    const of = (name) => Number(this._parameters.value(name, on));
    if (test.at_least) return value >= of(test.at_least);
    if (test.between) return of(test.between[0]) <= value && value <= of(test.between[1]);
    return on >= test.window.due(value, on);
  }

  /** The numbers that an unknown answer may be. */
  _unknown(on) {
    const all = [...Array(this.size).keys()];
    if (!this.compiled.tests || (this.tests.length === 1 && this.tests[0].window)) return all;
    if (!this._possible.has(on)) {
      const found = new Set();
      for (const value of this._tellingValues(on)) {
        try {
          found.add(this._tested(value, on));
        } catch (error) {
          if (!(error instanceof FactError)) throw error; // its deadline is past the calendar
        }
      }
      this._possible.set(on, found.size ? all.filter((each) => found.has(each)) : all);
    }
    return this._possible.get(on);
  }

  /** Values among which every combination of answers that is possible occurs. */
  _tellingValues(on) {
    return this._fact.kind === "number" ? this._tellingNumbers() : this._tellingDays(on);
  }

  _timelines() {
    return this.tests.flatMap((test) =>
      asked(test).map((name) => [test, this._parameters.timeline(name)]),
    );
  }

  _tellingNumbers() {
    const { lowest, highest } = this._fact;
    const limits = this._timelines().flatMap(([, timeline]) => timeline.map(([, value]) => Number(value)));
    const edges = limits.flatMap((limit) => [limit - 1, limit, limit + 1]);
    return [lowest, ...edges, highest].filter((each) => each >= lowest && each <= highest);
  }

  _tellingDays(on) {
    const edges = [on, FIRST_DAY, LAST_DAY];
    for (const [test, timeline] of this._timelines()) {
      for (const [start, value] of timeline) {
        edges.push(...daysBefore(on, Number(value), test.window ? test.unit : "days"));
        if (start !== null) edges.push(start);
      }
    }
    const last = this._fact.not_after === "as_of" ? on : LAST_DAY;
    const near = edges.flatMap((edge) => [-3, -2, -1, 0, 1, 2, 3].map((step) => edge + step));
    return near.filter((day) => day >= FIRST_DAY && day <= last);
  }

  /** Whether what stands here may turn as days go by. */
  get turns() {
    return (
      this._starts.length > 0 ||
      this._timelines().some(([test, timeline]) => test.window || timeline.length > 1)
    );
  }

  /** Every day after `as_of` on which what stands here may turn. */
  turningDays(values, asOf) {
    const value = values.get(this.facts[0]);
    const found = this._starts.filter((start) => start > asOf);
    for (const test of this.tests) {
      const starts = asked(test)
        .flatMap((name) => this._parameters.timeline(name).map(([start]) => start))
        .filter((start) => start !== null);
      if (!test.window) found.push(...starts.filter((start) => start > asOf));
      else if (value !== null) found.push(...turns(test, value, asOf, starts));
    }
    return found;
  }
}

function known(number) {
  return { numbers: [number], missing: [] };
}

function turns(test, value, asOf, starts) {
  const periods = test.in_force_on === "fact" ? [asOf] : [asOf, ...starts];
  const found = [];
  for (const on of periods) {
    try {
      found.push(on, test.window.due(value, on));
    } catch (error) {
      if (on === asOf || !(error instanceof FactError)) throw error;
      // under the values of a later day no calendar day is the deadline
    }
  }
  return found.filter((day) => day > asOf);
}

/** Days near which a window of such a length ends on a day. */
function daysBefore(on, length, unit) {
  if (unit === "days") return [on - length];
  const [year, month, date] = dateOf(on);
  const counted = year * 12 + month - 1 - length;
  const then = Math.floor(counted / 12);
  if (then < 1) return [];
  const first = dayOf(then, counted - then * 12 + 1, 1);
  return [first, first + date - 1, first + 27, first + 30];
}
