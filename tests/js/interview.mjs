// Holds an interview for each aim from standard input, and writes what was asked and answered.
import { load } from "../../src/ssrules/js/ssrules.js";

let text = "";
for await (const part of process.stdin) text += part;
const { compiled, interviews } = JSON.parse(text);
const book = load(compiled);

function treeOf(known) {
  const tree = {};
  for (const [path, value] of known) {
    const names = path.split(".");
    const name = names.pop();
    names.reduce((at, each) => (at[each] ??= {}), tree)[name] = value;
  }
  return tree;
}

const held = interviews.map(({ as_of, about, documents, answers }) => {
  const known = new Map([["as_of", as_of]]);
  const skipped = [];
  const asked = [];
  for (const answer of [...answers, undefined]) {
    const question = book.consider(treeOf(known)).next("zh", { about, documents, skipped });
    asked.push(question);
    if (!question || answer === undefined) break;
    const chosen = pick(question, answer);
    if (chosen === null) skipped.push(...question.facts);
    else Object.entries(book.answered(known, question.path, chosen)).forEach(([path, value]) => known.set(path, value));
  }
  return { asked, known: Object.fromEntries(known) };
});
process.stdout.write(JSON.stringify(held));

/** The answer that a number between 0 and 1 stands for; null says that nobody knows. */
function pick({ values, kind, lowest, highest }, number) {
  if (number < 0.15) return null;
  const share = (number - 0.15) / 0.85;
  if (values.length) return values[Math.floor(share * values.length)];
  if (kind === "int") return lowest + Math.floor(share * (Math.min(highest, 100) - lowest));
  return kind === "date" ? `2026-${share < 0.5 ? "01" : "05"}-20` : "ICBC";
}
