// Reads a compiled book and cases as JSON from standard input, and writes an answer a line.
import { FactError, load } from "../../src/ssrules/js/ssrules.js";

let text = "";
for await (const part of process.stdin) text += part;
const { compiled, cases, asked } = JSON.parse(text);
const book = load(compiled);
const found = cases.map((each, at) => {
  try {
    if (at % asked) return { decision: book.decide(each) };
    return {
      decision: book.decide(each),
      questions: book.questions(each),
      explanations: ["en", "zh"].map((language) => book.explain(each, language)),
    };
  } catch (error) {
    if (!(error instanceof FactError)) throw error;
    return { faults: error.faults, in_chinese: error.in("zh") };
  }
});
process.stdout.write(found.map((each) => JSON.stringify(each)).join("\n"));
