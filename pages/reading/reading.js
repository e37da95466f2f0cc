// The whole document on one page: what there is, what it means, and what it looks like.

import { LANGUAGES } from "./code.js";
import { h, inline, prose } from "./dom.js";
import { jsonView } from "./json.js";
import { label, limits, schemaView } from "./schema.js";
import { sample, sampleBody, Spec } from "./spec.js";

const text = document.getElementById("text");

async function begin() {
  try {
    const response = await fetch("/openapi.json", { headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error(`status ${response.status}`);
    write(new Spec(await response.json()));
  } catch (error) {
    text.replaceChildren(h("div", { class: "intro" }, h("h1", {}, "The document can't be loaded"), h("p", {}, error.message)));
  }
}

function write(spec) {
  const { title, version, description } = spec.document.info;
  document.getElementById("version").textContent = version;
  document.getElementById("contents").replaceChildren(...spec.areas.flatMap((area) => [
    h("a", { href: `#${place(area.name)}` }, area.name),
    h("ul", {}, area.operations.map((operation) => h("li", {}, h("a", { href: `#${operation.id}` }, operation.summary))))]));
  text.replaceChildren(
    h("div", { class: "intro" }, h("h1", {}, `${title} API ${version}`), prose(description)),
    ...spec.areas.flatMap((area) => [
      h("section", { class: "area", id: place(area.name) }, h("h2", {}, area.name), prose(area.description)),
      ...area.operations.map((operation) => operationView(spec, operation))]));
  addEventListener("beforeprint", () => { for (const one of document.querySelectorAll("details")) one.open = true; });
  document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}

const place = (name) => `area-${name.toLowerCase().replaceAll(/[^a-z]+/g, "-")}`;

function operationView(spec, operation) {
  return h("article", { class: "op", id: operation.id },
    h("div", {},
      h("h3", {}, operation.summary),
      h("p", { class: "path" }, h("span", { class: `verb ${operation.method.toLowerCase()}` }, operation.method), ` ${operation.path}`),
      prose(operation.description), parameters(spec, operation.parameters), body(spec, operation.requestBody),
      h("h4", {}, "Answers"), answers(spec, operation.responses)),
    h("div", { class: "samples" }, samples(spec, operation)));
}

function parameters(spec, list) {
  if (!list?.length) return null;
  return [h("h4", {}, "Parameters"), h("ul", { class: "props" }, list.map((node) => {
    const parameter = spec.resolve(node);
    return h("li", {}, h("span", { class: "key" }, parameter.name),
      h("span", { class: "kind" }, `${parameter.in} · ${label(spec, parameter.schema)}${limits(spec.resolve(parameter.schema))}`),
      parameter.required ? h("span", { class: "must" }, "required") : null, h("p", {}, inline(parameter.description)));
  }))];
}

function body(spec, requestBody) {
  return Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) => [
    h("h4", {}, "Body ", h("span", { class: "soft small" }, type)), schemaView(spec, schema)]);
}

function answers(spec, responses) {
  return h("ul", { class: "props" }, Object.entries(responses).map(([status, node]) => {
    const response = spec.resolve(node);
    const schema = Object.values(response.content ?? {})[0]?.schema;
    return h("li", {}, h("span", { class: `status s${status[0]}` }, status), " ", prose(response.description),
      status.startsWith("2") && schema ? schemaView(spec, schema, false) : null);
  }));
}

function samples(spec, operation) {
  const type = Object.keys(operation.requestBody?.content ?? {})[0];
  if (operation.isMessage) return [h("h4", {}, "Message"), jsonView(JSON.stringify(operation.requestBody.content[type].example))];
  const start = type?.includes("json") ? sampleBody(spec, operation.requestBody.content[type]) : null;
  const headers = operation.security?.length ? [["Authorization", "Bearer $TOKEN"]] : [];
  if (start) headers.push(["Content-Type", type]);
  const call = { method: operation.method, url: `${location.origin}${operation.path}`, headers, body: start ? JSON.stringify(start) : null };
  const [status, good] = Object.entries(operation.responses).find(([code]) => code.startsWith("2")) ?? [];
  const content = spec.resolve(good).content?.["application/json"];
  return [
    h("h4", {}, "Request"), h("pre", { tabindex: "0" }, LANGUAGES[0][1](call)),
    content ? [h("h4", {}, "Answer ", h("span", { class: "status s2" }, status)),
      jsonView(JSON.stringify(content.example ?? sample(spec, content.schema)))] : null,
  ];
}

begin();
