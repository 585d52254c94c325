// Writes why a compiled book from standard input is refused.
import { load } from "../../src/ssrules/js/ssrules.js";

let text = "";
for await (const part of process.stdin) text += part;
try {
  load(JSON.parse(text));
} catch (error) {
  process.stdout.write(error.message);
}
