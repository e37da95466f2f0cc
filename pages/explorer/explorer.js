// The page: finds its way between operations.

import { setUp } from "./account.js";
import { h, prose } from "./dom.js";
import { operationView } from "./operation.js";
import { Spec } from "./spec.js";

const main = document.getElementById("main");
const index = document.getElementById("index");
const search = document.getElementById("search");
const found = document.getElementById("found");
const menu = document.getElementById("menu");

async function begin() {
  let spec;
  try {
    const response = await fetch("/openapi.json", { headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error(`status ${response.status}`);
    spec = new Spec(await response.json());
  } catch (error) {
    main.replaceChildren(h("h1", {}, "The document can't be loaded"), h("p", { class: "error" }, error.message),
      h("button", { type: "button", onclick: () => location.reload() }, "Try again"));
    return;
  }
  document.getElementById("version").textContent = spec.document.info.version;
  setUp(document.getElementById("account"), document.getElementById("signin"));
  listAll(spec);
  addEventListener("hashchange", () => show(spec, true));
  search.addEventListener("input", () => filter(spec));
  addEventListener("keydown", (event) => keys(event));
  menu.addEventListener("click", () => openMenu(!document.body.classList.contains("open")));
  show(spec, false);
}

function openMenu(isOpen) {
  document.body.classList.toggle("open", isOpen);
  menu.setAttribute("aria-expanded", String(isOpen));
  if (isOpen) search.focus();
}

/** The operation that the address names, an area, or the overview. */
function show(spec, isNavigation) {
  const name = decodeURIComponent(location.hash.slice(1));
  if (isNavigation && name === "main") return;
  const operation = spec.byId.get(name);
  const area = spec.areas.find((one) => one.name === name);
  document.title = operation ? `${operation.summary} – Roost API` : area ? `${area.name} – Roost API` : "Roost API";
  main.replaceChildren(operation ? operationView(spec, operation) : area ? areaView(area) : overview(spec));
  for (const link of index.querySelectorAll("a")) {
    const isHere = link.getAttribute("href") === `#${encodeURIComponent(name)}`;
    if (isHere) { link.setAttribute("aria-current", "page"); link.closest("details")?.setAttribute("open", ""); }
    else link.removeAttribute("aria-current");
  }
  openMenu(false);
  main.scrollTop = 0;
  if (isNavigation) (main.querySelector("h1") ?? main).focus({ preventScroll: true });
}

function overview(spec) {
  const { title, description, version } = spec.document.info;
  return h("article", {},
    h("h1", { tabindex: "-1" }, `${title} API`), prose(description),
    h("p", { class: "soft" }, `Version ${version}, ${spec.operations.length} operations.`),
    h("ul", { class: "areas" }, spec.areas.map((area) => h("li", { class: "card" },
      h("a", { href: `#${encodeURIComponent(area.name)}` }, area.name), h("p", { class: "small soft" }, area.description),
      h("span", { class: "badge" }, `${area.operations.length} operations`)))));
}

function areaView(area) {
  return h("article", {}, h("h1", { tabindex: "-1" }, area.name), prose(area.description),
    h("table", {}, h("tbody", {}, area.operations.map((operation) => h("tr", {},
      h("td", {}, h("span", { class: `verb ${operation.method.toLowerCase()}` }, operation.method)),
      h("td", {}, h("a", { href: `#${operation.id}` }, operation.summary), h("div", { class: "mono soft" }, operation.path)))))));
}

function listAll(spec) {
  index.replaceChildren(...spec.areas.map((area) => h("details", {}, h("summary", {}, area.name), links(area.operations))));
}

function links(operations) {
  return h("ul", {}, operations.map((operation) => h("li", {}, h("a", { href: `#${operation.id}`, title: `${operation.method} ${operation.path}` },
    h("span", { class: `verb ${operation.method.toLowerCase()}` }, operation.method), h("span", {}, operation.summary)))));
}

function filter(spec) {
  const hits = spec.search(search.value);
  if (hits === null) { found.textContent = ""; listAll(spec); return; }
  found.textContent = hits.length === 1 ? "One operation" : `${hits.length} operations`;
  index.replaceChildren(hits.length ? links(hits) : h("p", { class: "soft small" }, "No operation has these words."));
}

function keys(event) {
  const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  if (event.key === "/" && !isTyping) { event.preventDefault(); openMenu(true); search.focus(); }
  else if (event.key === "Enter" && event.target === search) index.querySelector("a")?.click();
  else if (event.key === "Escape" && event.target === search) { search.value = ""; search.dispatchEvent(new Event("input")); }
  else if (event.key === "ArrowDown" && (event.target === search || index.contains(event.target))) step(event, 1);
  else if (event.key === "ArrowUp" && index.contains(event.target)) step(event, -1);
}

function step(event, direction) {
  const all = [...index.querySelectorAll("a, summary")].filter((one) => one.offsetParent !== null);
  const next = all[all.indexOf(document.activeElement) + direction];
  event.preventDefault();
  (next ?? search).focus();
}

begin();
