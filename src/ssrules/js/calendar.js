/** Days as whole numbers: 1 is 0001-01-01. No clock, no time zone, no library. */

export const FIRST_DAY = 1;
export const LAST_DAY = 3652059; // 9999-12-31

const BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const WRITTEN = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;

function isLeap(year) {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** @param {number} year @param {number} month @returns {number} the last day of a month */
export function lastOfMonth(year, month) {
  return [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}

/** @param {number} year @param {number} month @param {number} day @returns {number} */
export function dayOf(year, month, day) {
  const past = year - 1;
  const years = past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  return years + BEFORE[month - 1] + (month > 2 && isLeap(year) ? 1 : 0) + day;
}

/** @param {number} day @returns {[number, number, number]} year, month and day of the month */
export function dateOf(day) {
  let year = Math.max(1, Math.floor((day - 1) / 365.2425));
  while (day >= dayOf(year + 1, 1, 1)) year += 1;
  let month = 12;
  while (day < dayOf(year, month, 1)) month -= 1;
  return [year, month, day - dayOf(year, month, 1) + 1];
}

/** @param {string} text @returns {number | null} the day written YYYY-MM-DD, or null */
export function parseDay(text) {
  const found = WRITTEN.exec(text);
  if (!found) return null;
  const [year, month, day] = found.slice(1).map(Number);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > lastOfMonth(year, month)) return null;
  return dayOf(year, month, day);
}

/** @param {number} day @returns {string} YYYY-MM-DD */
export function writeDay(day) {
  const [year, month, date] = dateOf(day);
  const two = (number) => String(number).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(date)}`;
}

/**
 * The same day of the month so many months later, or the last day of a shorter month.
 * @param {number} day @param {number} months @returns {number | null} null past the calendar
 */
export function later(day, months) {
  const [year, month, date] = dateOf(day);
  const counted = year * 12 + month - 1 + months;
  const then = Math.floor(counted / 12);
  if (then > 9999) return null;
  const at = (counted % 12) + 1;
  return dayOf(then, at, Math.min(date, lastOfMonth(then, at)));
}
