/** The known names that come nearest to one that is not known, as Python's difflib finds them. */

const LONGEST_NAME = 80;
const MOST_COMPARED = 50000;

/** @param {string} name @param {string[]} known @returns {string[]} two at most */
export function nearest(name, known) {
  if (typeof name !== "string" || [...name].length > LONGEST_NAME) return [];
  const byCase = new Map();
  let room = MOST_COMPARED;
  for (const each of known) {
    room -= Math.min(each.length, LONGEST_NAME) + 1;
    if (room < 0) break;
    if (each.length <= LONGEST_NAME) byCase.set(each.toLowerCase(), each);
  }
  const wanted = stripped(name).toLowerCase();
  let found = [...byCase.keys()]
    .map((each) => [ratio([...each], [...wanted]), each])
    .filter(([score]) => score >= 0.6)
    .sort(([one, a], [two, b]) => two - one || (a < b ? 1 : -1))
    .slice(0, 2)
    .map(([, each]) => each);
  if (!found.length && [...wanted].length > 2) {
    found = [...byCase.keys()].filter((each) => each.includes(wanted)).slice(0, 2);
  }
  return found.map((each) => byCase.get(each));
}

const SPACE = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+";
const ENDS = new RegExp(`^${SPACE}|${SPACE}$`, "g");

/** @param {string} text @returns {string} without what Python takes for white space at its ends */
export function stripped(text) {
  return text.replace(ENDS, "");
}

/** How alike two words are: twice the characters that match, by their lengths. */
function ratio(one, two) {
  const length = one.length + two.length;
  return length ? (2 * matching(one, 0, one.length, two, 0, two.length)) / length : 1;
}

function matching(one, low, high, two, from, to) {
  let [at, other, size] = [low, from, 0];
  let before = new Map();
  for (let i = low; i < high; i += 1) {
    const now = new Map();
    for (let j = from; j < to; j += 1) {
      if (one[i] !== two[j]) continue;
      const length = (before.get(j - 1) ?? 0) + 1;
      now.set(j, length);
      if (length > size) [at, other, size] = [i - length + 1, j - length + 1, length];
    }
    before = now;
  }
  if (!size) return 0;
  return (
    size +
    matching(one, low, at, two, from, other) +
    matching(one, at + size, high, two, other + size, to)
  );
}
