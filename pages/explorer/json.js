// JSON in colours.

import { h } from "./dom.js";

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|\b(true|false|null)\b/g;
/** Longer answers stay in one colour: a hundred thousand elements would stop the page. */
const MOST = 200000;

/** A text as coloured JSON, indented where it can be read. */
export function jsonView(text) {
  let shown = text;
  try { shown = JSON.stringify(JSON.parse(text), null, 2); } catch { return h("pre", {}, text); }
  const pre = h("pre", { tabindex: "0" });
  if (shown.length > MOST) { pre.textContent = shown; return pre; }
  let end = 0;
  for (const match of shown.matchAll(TOKEN)) {
    pre.append(shown.slice(end, match.index));
    const [whole, text, colon, number] = match;
    if (text && colon) pre.append(h("span", { class: "j-name" }, text), colon);
    else pre.append(h("span", { class: text ? "j-text" : number ? "j-number" : "j-word" }, whole));
    end = match.index + whole.length;
  }
  pre.append(shown.slice(end));
  return pre;
}
