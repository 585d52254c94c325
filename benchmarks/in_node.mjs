// Times the reader in Node: loading a compiled book, a first decision, and later ones.
import { load } from "../src/ssrules/js/ssrules.js";

let text = "";
for await (const part of process.stdin) text += part;
const { compiled, cases } = JSON.parse(text);
const now = () => Number(process.hrtime.bigint());

const start = now();
const book = load(JSON.parse(compiled));
const loaded = now();
book.decide(cases[0]);
const first = now();
for (const each of cases) book.decide(each);
const rounds = [];
for (let round = 0; round < 15; round += 1) {
  const begin = now();
  for (const each of cases) book.decide(each);
  rounds.push((now() - begin) / cases.length);
}
const asked = now();
for (const each of cases.slice(0, 50)) book.consider(each).next("en", { documents: true });
const found = { load: loaded - start, first: first - loaded, rounds, next: (now() - asked) / 50 };
process.stdout.write(JSON.stringify(found));
