/** The words of the page in the language that is read. */

/** @param {object} words by language @param {string} language */
export function wordsOf(words, language) {
  return (key, pieces = {}) =>
    words[language][key].replace(/\{(\w+)\}/g, (_, name) => String(pieces[name]));
}
