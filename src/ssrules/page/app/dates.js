/** Days as people type and read them, in either language. */

import { dayOf, lastOfMonth, parseDay, writeDay, dateOf } from "../../js/calendar.js";

const MONTHS = [
  ...["january", "february", "march", "april", "may", "june"],
  ...["july", "august", "september", "october", "november", "december"],
];
const FORMS = [
  [/^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?号?$/, ([y, m, d]) => [y, m, d]],
  [/^(\d{4})(\d{2})(\d{2})$/, ([y, m, d]) => [y, m, d]],
  [/^(\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?([a-z]{3,})\.?,?\s+(\d{4})$/, ([d, m, y]) => [y, m, d]],
  [/^([a-z]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/, ([m, d, y]) => [y, m, d]],
];
const WIDE = /[０-９]/g;

/** The day that a text means, as YYYY-MM-DD, or null. Day and month by numbers alone are not taken. */
export function readDate(text) {
  const plain = text
    .trim()
    .replace(WIDE, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .toLowerCase();
  for (const [form, order] of FORMS) {
    const found = form.exec(plain);
    if (found) return fromParts(...order(found.slice(1)));
  }
  return null;
}

function fromParts(year, month, day) {
  const [y, m, d] = [Number(year), monthOf(month), Number(day)];
  if (y < 1 || m < 1 || m > 12 || d < 1 || d > lastOfMonth(y, m)) return null;
  return writeDay(dayOf(y, m, d));
}

function monthOf(text) {
  if (/^\d+$/.test(text)) return Number(text);
  return MONTHS.findIndex((month) => month.startsWith(text)) + 1;
}

/** A day as a language writes it. */
export function tellDate(iso, language) {
  const [year, month, day] = dateOf(parseDay(iso));
  if (language === "zh") return `${year}年${month}月${day}日`;
  const name = MONTHS[month - 1];
  return `${day} ${name[0].toUpperCase()}${name.slice(1)} ${year}`;
}

/** Today, where the reader is. */
export function today() {
  const now = new Date();
  return writeDay(dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()));
}
