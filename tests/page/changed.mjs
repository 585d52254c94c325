// Puts what differs into the first book, as the page does, and writes every book.
import { changed } from "../../src/ssrules/page/app/differences.js";

let text = "";
for await (const part of process.stdin) text += part;
const [first, ...others] = JSON.parse(text);
const found = [first.book, ...others.map(({ book }) => changed(first.book, book))];
process.stdout.write(JSON.stringify(found));
