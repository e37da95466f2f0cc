// One operation, as a page.

import { h, inline, prose } from "./dom.js";
import { jsonView } from "./json.js";
import { label, limits, schemaView } from "./schema.js";
import { sample } from "./spec.js";
import { tryCard } from "./try.js";

export function operationView(spec, operation) {
  const parameters = (operation.parameters ?? []).map((parameter) => spec.resolve(parameter));
  return h("article", { class: "op" },
    h("div", {},
      h("p", { class: "soft small" }, operation.tags?.[0] ?? ""),
      h("h1", { tabindex: "-1" }, operation.summary),
      h("p", { class: "path" }, h("span", { class: `verb ${operation.method.toLowerCase()}` }, operation.method), operation.path),
      h("p", {}, h("span", { class: "badge" }, operation.isMessage ? "Sent by the server, to webhooks that ask for it" : access(operation))),
      prose(operation.description),
      parameters.length ? [h("h2", {}, "Parameters"), parameterList(spec, parameters)] : null,
      body(spec, operation.requestBody),
      h("h2", {}, "Answers"), answers(spec, operation.responses)),
    h("div", {}, operation.isMessage ? exampleCard(operation) : tryCard(spec, operation)));
}

/** What a message looks like: nobody but the server sends one. */
function exampleCard(operation) {
  const [{ example }] = Object.values(operation.requestBody.content);
  return h("section", { class: "card" }, h("h2", {}, "A message"), jsonView(JSON.stringify(example)));
}

function access(operation) {
  const access = operation["x-access"] ?? "everyone";
  if (access === "everyone") return "For everybody";
  if (access.startsWith("everyone")) return "For everybody; more for who is signed in";
  if (access === "user") return "For everybody who is signed in";
  return `Needs ${access}`;
}

function parameterList(spec, parameters) {
  return h("ul", { class: "props" }, parameters.map((parameter) => h("li", {},
    h("span", { class: "key" }, parameter.name),
    h("span", { class: "kind" }, `${parameter.in} · ${label(spec, parameter.schema)}${limits(spec.resolve(parameter.schema))}`),
    parameter.required ? h("span", { class: "must" }, "required") : null,
    h("p", {}, inline(parameter.description)))));
}

function body(spec, requestBody) {
  const content = Object.entries(requestBody?.content ?? {});
  if (content.length === 0) return null;
  return [h("h2", {}, "Body"), content.map(([type, { schema }]) => [
    h("p", { class: "soft small" }, type, requestBody.required ? "" : ", may be left out"), schemaView(spec, schema)])];
}

function answers(spec, responses) {
  return h("div", { class: "answers" }, Object.entries(responses).map(([status, node], index) => {
    const response = spec.resolve(node);
    const isGood = status.startsWith("2");
    return h("details", { open: isGood && index === 0 },
      h("summary", {}, h("span", { class: `status s${status[0]}` }, status), " ",
        h("span", { class: "small" }, inline(isGood ? response.description : firstCode(response)))),
      isGood ? null : prose(response.description),
      headers(spec, response.headers),
      Object.entries(response.content ?? {}).map(([type, content]) => answerBody(spec, type, content, isGood)));
  }));
}

/** The codes of a refusal, for its one line. */
function firstCode(response) {
  const codes = [...(response.description ?? "").matchAll(/^(`[a-z_]+`):/gm)].map((match) => match[1]);
  return codes.length ? codes.join(" ") : response.description ?? "";
}

function headers(spec, fields) {
  const list = Object.entries(fields ?? {});
  if (list.length === 0) return null;
  return h("ul", { class: "props" }, list.map(([name, node]) => h("li", {},
    h("span", { class: "key" }, name), h("span", { class: "kind" }, "header field"),
    h("p", {}, inline(spec.resolve(node).description)))));
}

function answerBody(spec, type, content, isGood) {
  const examples = Object.entries(content.examples ?? {});
  if (!isGood && examples.length) {
    return examples.map(([name, example]) => h("details", {},
      h("summary", { class: "small" }, h("a", { href: `/docs/problems/${name}` }, name)),
      jsonView(JSON.stringify(spec.resolve(example).value))));
  }
  if (!/json/.test(type)) return h("p", { class: "soft small" }, type);
  const value = content.example ?? spec.resolve(examples[0]?.[1]).value ?? sample(spec, content.schema);
  return [schemaView(spec, content.schema),
    h("details", {}, h("summary", { class: "small" }, "Example"), jsonView(JSON.stringify(value)))];
}
