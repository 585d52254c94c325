/** A part as people read it: what it is called, its answer, and what is told below. */

import { wanted } from "./interview.js";
import { atHand } from "./parts.js";

/**
 * A part in words.
 * @param {object} book @param {object} found what `settled` gives @param {string} path
 * @param {string} language
 */
export function told(book, { standing, parts }, path, language) {
  const part = parts.get(path);
  const form = book.compiled.parts[path];
  const say = (key) => book.label(key, language);
  return {
    path,
    title: book.words(`part:${path}`, language) ?? form.title[language],
    status: part.status,
    tone: form.tones[part.status],
    answer: answerOf(book, form, part, language),
    lines: (form.lines ?? []).flatMap((line) => linesOf(book, line, part, language)),
    documents: wanted(standing, path, part).map((document) => ({
      code: document.code,
      words: say(`document:${document.code}`),
      at_hand: atHand(document, standing.values),
    })),
    outputs: outputsOf(book, path, part, language),
  };
}

/** Texts as a list of a language. */
export function joined(book, texts, language, joint = "and") {
  const [comma, last] = book.compiled.joints[language][joint];
  return texts.length < 2
    ? texts.join("")
    : texts.slice(0, -1).join(comma) + last + texts.at(-1);
}

function answerOf(book, form, part, language) {
  const found = (form.answer ?? [])
    .filter(({ field }) => part[field] !== null && part[field] !== undefined)
    .map(({ field, subject }) => book.label(`${subject}:${part[field]}`, language));
  if (found.length) return joined(book, found, language, "only");
  const checking = part.missing_documents?.length === 0 && part.unconfirmed_documents?.length > 0;
  const status = part.status === form.status.incomplete && checking ? "unconfirmed" : part.status;
  return book.label(`status:${status}`, language);
}

function linesOf(book, line, part, language) {
  const word = book.label(line.word, language);
  if (line.null) {
    return part[line.null] === null ? [[word, book.label(line.says, language)]] : [];
  }
  const texts = codesOf(line, part).map((code) => book.label(`${line.subject}:${code}`, language));
  if (line.joint && texts.length) return [[word, joined(book, texts, language, line.joint)]];
  return texts.map((text) => [word, text]);
}

function codesOf({ field, only, but, among, unless }, part) {
  const given = part[field];
  if (given === null || given === undefined || part.status === unless) return [];
  const items = Array.isArray(given) ? given : [given];
  const fits = (item) => Object.entries(only ?? {}).every(([key, value]) => item[key] === value);
  const codes = items.filter(fits).map((item) => item.code ?? item);
  return codes.filter((code) => code !== part[but] && (!among || among.includes(code)));
}

/** The outputs of a part that no kind of part tells otherwise, with their names. */
function outputsOf(book, path, { outputs = {} }, language) {
  const first = (...keys) => keys.map((key) => book.words(key, language)).find(Boolean);
  const value = (name, code) => {
    if (Array.isArray(code)) return joined(book, code.map((each) => value(name, each)), language);
    if (code === null) return book.label("nothing", language);
    if (typeof code === "boolean") return book.label(code ? "yes" : "no", language);
    const found = first(`${path}.${name}=${code}`, `${path}=${code}`, `${name}:${code}`, `document:${code}`);
    return found ?? String(code).replaceAll("_", " ");
  };
  return Object.entries(outputs).map(([name, code]) => [
    first(`output:${path}.${name}`, `output:${name}`) ?? book.label(name, language),
    value(name, code),
  ]);
}
