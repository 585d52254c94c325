/** Telling what is wrong: a code and its data become a sentence of a language. */

const LONGEST = 200;
const MOST_LISTED = 60;
const CUT = "…";
const STEERING =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\ufeff\u202a-\u202e\u2066-\u2069]/gu;
const HALF = /[\ud800-\udfff]/gu;
const UNPRINTABLE = /[\p{C}\p{Z}]/gu;
const NAMED = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escape(character) {
  const point = character.codePointAt(0);
  if (NAMED[character]) return NAMED[character];
  const digits = point.toString(16);
  if (point < 0x100) return `\\x${digits.padStart(2, "0")}`;
  return point < 0x10000 ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
}

function clipped(text) {
  const start = [...text];
  const kept = start.length > LONGEST ? start.slice(0, LONGEST).join("") : text;
  return start.length > LONGEST ? steered(kept) + CUT : steered(kept);
}

/** A value as messages repeat it: text in quotes, all else as Python writes it. */
function shown(value, quotes) {
  if (typeof value === "string") return quotes[0] + clipped(value) + quotes[1];
  return clipped(written(value));
}

function written(value) {
  if (value === null || value === undefined) return "None";
  if (value === true) return "True";
  if (value === false) return "False";
  if (typeof value === "number") return number(value);
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value)) return `[${value.map(written).join(", ")}]`;
  if (typeof value === "object") {
    const pairs = Object.entries(value).map(([key, each]) => `${quoted(key)}: ${written(each)}`);
    return `{${pairs.join(", ")}}`;
  }
  return String(value);
}

function number(value) {
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? String(value) : BigInt(value).toString();
  const text = String(value);
  const [digits, power] = text.split("e");
  if (power === undefined) {
    return Math.abs(value) < 1e-4 ? exponential(value) : text;
  }
  return `${digits}e${power[0]}${power.slice(1).padStart(2, "0")}`;
}

function exponential(value) {
  const [digits, power] = value.toExponential().split("e");
  return `${digits}e${power[0]}${power.slice(1).padStart(2, "0")}`;
}

function quoted(text) {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const told = text
    .replaceAll("\\", "\\\\")
    .replaceAll(quote, `\\${quote}`)
    .replace(UNPRINTABLE, (each) => (each === " " ? each : escape(each)));
  return quote + told + quote;
}

/** A value as JSON can hold it: itself where it is small and plain, else as it is shown. */
export function plain(value) {
  if (typeof value === "string") return clipped(value);
  if (value === undefined) return null;
  return [...written(value)].length > LONGEST ? shown(value, "''") : escaped(value);
}

function escaped(value) {
  if (typeof value === "string") return steered(value);
  if (Array.isArray(value)) return value.map(escaped);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [steered(key), escaped(each)]),
  );
}

function steered(text) {
  return text.replace(STEERING, escape).replace(HALF, escape);
}

/** The key of a mapping as a path has it. */
export function nameOf(key) {
  return clipped(key);
}

/**
 * The message of a code and its cure, "" where there is none.
 * @param {object} words the words for faults of a language @param {string} code @param {object} data
 * @returns {[string, string]}
 */
export function sentence(words, code, data) {
  const [message, hints] = words.sentences[code];
  return [first(message, data, words), first(hints, data, words)];
}

const ALWAYS = new Set(["value", "name", "key"]);
const PIECE = /\{\{|\}\}|\{(\w+)(!r)?\}/g;

function first(ways, data, words) {
  for (const way of ways) {
    let whole = true;
    const told = way.replace(PIECE, (mark, name, asValue) => {
      if (!name) return mark[0];
      const value = data[name];
      const missing = value === undefined || value === null || (Array.isArray(value) && !value.length);
      if (missing && !ALWAYS.has(name)) whole = false;
      return asValue ? asWritten(value, words) : asWord(name, value, words);
    });
    if (whole) return told.trim();
  }
  return "";
}

function asWritten(value, words) {
  const around = typeof value === "string" ? "" : words.around;
  return around + shown(value, words.quotes) + around;
}

function asWord(name, value, words) {
  if (Array.isArray(value)) {
    const between = name === "near" || name === "like" ? words.or : words.comma;
    const told = value.slice(0, MOST_LISTED).map(clipped).join(between);
    return value.length > MOST_LISTED ? told + between + CUT : told;
  }
  if (typeof value === "string") return clipped(words.phrases[value] ?? value);
  return clipped(written(value));
}
