/** The page: what the link says is shown, and every answer makes another link. */

import { ask } from "./ask.js";
import { h } from "./dom.js";
import { placesOf } from "./places.js";
import { result } from "./result.js";
import { start } from "./start.js";
import { factsOf, linkOf, skippedOf, stateOf } from "./state.js";
import { wordsOf } from "./words.js";

const HTML = { en: "en", zh: "zh-CN" };
const root = document.getElementById("page");
const data = JSON.parse(document.getElementById("data").textContent);
const places = placesOf(data.places);
const preferred = navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
let shown = null; // the link of the screen that stands there

/** To another screen at once: the browser tells of a new link only after a while. */
function go(state, { keep = "heading" } = {}) {
  window.location.hash = linkOf(state, places);
  show(keep);
}

/** The screen of the link; `focus` is the id of what has the focus then. */
function show(focus = null) {
  shown = window.location.hash;
  const { state, book, wrong } = stateOf(window.location.hash, places, preferred);
  const say = wordsOf(data.words, state.language);
  const found = book.consider(factsOf(book, state));
  const aim = { about: state.about, documents: true, skipped: skippedOf(book, state) };
  const question = state.begun ? found.next(state.language, aim) : null;
  const anew = linkOf({ ...state, begun: false, answers: [], about: [] }, places);
  const page = { say, state, book, places, found, go, anew };
  const screen = !state.begun ? start(page) : question ? ask(page, question) : result(page);
  document.documentElement.lang = HTML[state.language];
  document.title = screenTitle(say, state, question);
  root.replaceChildren(
    head(page),
    h("main", { id: "main", tabindex: "-1" }, notice(page, wrong), screen),
    foot(page),
  );
  if (focus) document.getElementById(focus).focus();
}

function screenTitle(say, state, question) {
  if (!state.begun) return say("title");
  return `${question ? question.text : say("result:title")} – ${say("title")}`;
}

function head({ say, state }) {
  const other = state.language === "zh" ? "en" : "zh";
  const onclick = () => go({ ...state, language: other }, { keep: "language" });
  const toMain = (event) => {
    event.preventDefault();
    document.getElementById("main").focus();
  };
  return h(
    "header",
    {},
    h("a", { class: "skip", href: "#main", onclick: toMain }, say("skip")),
    h("span", { class: "name" }, state.begun ? say("title") : ""),
    h(
      "button",
      { id: "language", type: "button", lang: HTML[other], "aria-label": say("language:label"), onclick },
      say("language"),
    ),
  );
}

function notice({ say, state, book }, wrong) {
  if (!wrong.length) return null;
  const items = wrong.map(({ key, given, path, reason }) => {
    const topic = book.topic(path);
    const says = topic && (topic.says ?? book.factOf(path).says);
    const what = says ? says[state.language].label : path;
    return h("li", {}, say(key, { given, what, reason }));
  });
  return h("div", { class: "notice", role: "alert" }, h("p", {}, say("link:wrong")), h("ul", {}, items));
}

function foot({ say, book }) {
  const { name, version, digest } = book.compiled.rulebook;
  return h(
    "footer",
    {},
    h("p", {}, say("foot:note")),
    h("p", {}, say("foot:book", { name, version, digest: digest.slice(0, 12) })),
  );
}

function openAll() {
  for (const each of document.querySelectorAll("details.why:not([open])")) {
    each.open = true;
    each.dataset.printed = "";
  }
}

function closeAgain() {
  for (const each of document.querySelectorAll("details[data-printed]")) {
    each.open = false;
    delete each.dataset.printed;
  }
}

window.addEventListener("hashchange", () => {
  if (window.location.hash !== shown) show("heading");
});
window.addEventListener("beforeprint", openAll);
window.addEventListener("afterprint", closeAgain);
show();
