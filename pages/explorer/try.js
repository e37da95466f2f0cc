// Trying an operation: its parameters and body, what came back, and the same call as code.

import { bearer, onChange } from "./account.js";
import { LANGUAGES } from "./code.js";
import { copyButton, h, inline } from "./dom.js";
import { jsonView } from "./json.js";
import { kindOf, sampleBody } from "./spec.js";
import { label } from "./schema.js";

let language = "curl";

/** The card beside an operation. */
export function tryCard(spec, operation) {
  const inputs = (operation.parameters ?? []).map((parameter) => new Input(spec, spec.resolve(parameter)));
  const content = operation.requestBody?.content ?? {};
  const type = Object.keys(content)[0];
  const body = type ? h("textarea", { id: "try-body", spellcheck: "false", "aria-describedby": "try-body-type" }) : null;
  if (body) body.value = startOf(spec, type, content[type]);
  const answer = h("div", { class: "answer", "aria-live": "polite" });
  const code = h("pre", { tabindex: "0" });
  const call = () => callOf(operation, inputs, type, body);
  const show = () => { code.textContent = LANGUAGES.find(([name]) => name === language)[1](call()); };
  const send = h("button", {}, "Send");
  const form = h("form", { class: "card try", onsubmit: async (event) => {
    event.preventDefault();
    send.disabled = true;
    answer.replaceChildren(h("p", { class: "soft" }, "Waiting …"));
    answer.replaceChildren(...await run(call()));
    send.disabled = false;
  }, oninput: show },
    h("h2", {}, "Try it"), inputs.map((input) => input.view),
    body ? h("div", { class: "field" }, h("label", { for: "try-body" }, "Body"), body, h("p", { class: "hint", id: "try-body-type" }, type)) : null,
    operation.security?.length ? signHint() : null,
    h("div", { class: "head" }, send, h("span", { class: "soft small" }, "It does what it says, on this server.")));
  onChange(show);
  show();
  return [form, h("section", { class: "card", "aria-label": "Answer" }, h("h2", {}, "Answer"), answer), codeCard(code, show)];
}

function startOf(spec, type, content) {
  if (type === "application/x-www-form-urlencoded") {
    return Object.entries(sampleBody(spec, content)).map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&");
  }
  return JSON.stringify(sampleBody(spec, content), null, 2);
}

function signHint() {
  const hint = h("p", { class: "soft small" });
  const show = () => { hint.textContent = bearer() ? "Sent with your access token." : "Needs an access token: sign in above."; };
  onChange(show);
  show();
  return hint;
}

/** What an empty field shows: an id says that it is one, anything else what it may look like. */
function hint(spec, { schema, example }) {
  const { format } = spec.resolve(schema);
  return example === undefined || format === "uuid" ? format ?? kindOf(spec.resolve(schema)) : `e.g. ${example}`;
}

/** A parameter that can be edited; what is left empty is not sent. */
class Input {
  constructor(spec, parameter) {
    this.parameter = parameter;
    const schema = spec.resolve(parameter.schema);
    const id = `try-${parameter.in}-${parameter.name}`;
    const values = schema.enum ?? (kindOf(schema) === "boolean" ? [true, false] : null);
    this.control = values
      ? h("select", { id }, h("option", { value: "" }, "–"), values.map((value) => h("option", { value: String(value) }, String(value))))
      : h("input", { id, autocomplete: "off", spellcheck: "false", required: parameter.required,
        placeholder: schema.default !== undefined ? String(schema.default) : hint(spec, parameter) });
    this.view = h("div", { class: "field" },
      h("label", { for: id }, parameter.name, parameter.required ? " *" : "", h("span", { class: "kind soft" }, ` ${parameter.in}`)),
      this.control, h("span", { class: "hint" }, inline(parameter.description ?? label(spec, parameter.schema))));
  }

  get value() { return this.control.value; }
}

function callOf(operation, inputs, type, body) {
  let path = operation.path;
  const query = new URLSearchParams();
  const headers = [];
  for (const { parameter, value } of inputs) {
    if (parameter.in === "path") path = path.replace(`{${parameter.name}}`, value ? encodeURIComponent(value) : `{${parameter.name}}`);
    else if (value !== "" && parameter.in === "query") query.append(parameter.name, value);
    else if (value !== "" && parameter.in === "header") headers.push([parameter.name, value]);
  }
  if (bearer() && operation.security?.length) headers.push(["Authorization", `Bearer ${bearer()}`]);
  const text = body?.value.trim() ? body.value : null;
  if (text !== null) headers.push(["Content-Type", type]);
  const tail = query.size ? `?${query}` : "";
  return { method: operation.method, url: `${location.origin}${path}${tail}`, headers, body: text };
}

async function run({ method, url, headers, body }) {
  const begin = performance.now();
  try {
    const response = await fetch(url, { method, headers, body, redirect: "manual" });
    const text = await response.text();
    const time = Math.round((performance.now() - begin) * 10) / 10;
    return [
      h("div", { class: "head" },
        h("span", { class: `status s${Math.floor(response.status / 100)}` }, `${response.status} ${response.statusText}`),
        h("span", { class: "soft small grow" }, `${time} ms · ${new Blob([text]).size} bytes`), copyButton(() => text)),
      text ? (isJSON(response) ? jsonView(text) : h("pre", { tabindex: "0" }, text)) : null,
      h("details", {}, h("summary", { class: "small" }, "Header fields"),
        h("pre", {}, [...response.headers].map(([name, value]) => `${name}: ${value}`).join("\n"))),
    ].filter(Boolean);
  } catch (error) {
    return [h("p", { class: "error" }, `No answer: ${error.message}`)];
  }
}

function isJSON(response) {
  return /[/+]json/.test(response.headers.get("Content-Type") ?? "");
}

function codeCard(code, show) {
  const tabs = h("div", { class: "tabs", role: "tablist", "aria-label": "Language" });
  for (const [name] of LANGUAGES) {
    const tab = h("button", { type: "button", class: "quiet", role: "tab", "aria-selected": String(name === language) }, name);
    tab.addEventListener("click", () => {
      language = name;
      for (const other of tabs.children) other.setAttribute("aria-selected", String(other === tab));
      show();
    });
    tabs.append(tab);
  }
  tabs.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const all = [...tabs.children];
    const next = all[(all.indexOf(document.activeElement) + step + all.length) % all.length];
    next.focus();
    next.click();
  });
  return h("section", { class: "card", "aria-label": "The same call as code" },
    h("div", { class: "head" }, h("h2", { class: "grow" }, "The same call"), copyButton(() => code.textContent)), tabs, code);
}
