/** The rule books of the page, made ready when they are first asked for. */

import { changed } from "./differences.js";
import { load } from "../../js/ssrules.js";

/** @param {object[]} given the places as data; of every book but the first only what differs */
export function placesOf(given) {
  const ready = new Map();
  const names = given.map(({ name }) => name);
  return {
    names,
    titles: new Map(given.map(({ name, titles }) => [name, titles])),
    book(name) {
      if (!ready.has(name)) {
        const [first] = given;
        const { book } = given.find((each) => each.name === name);
        ready.set(name, load(name === first.name ? book : changed(first.book, book)));
      }
      return ready.get(name);
    },
  };
}
