// Schemas as lists that fold.

import { h, inline } from "./dom.js";
import { kindOf } from "./spec.js";

/** The members of a schema, or its kind where it has none. */
export function schemaView(spec, node, isOpen = true, depth = 0) {
  const schema = spec.resolve(node);
  const inner = kindOf(schema) === "array" ? spec.resolve(schema.items) : schema;
  const variants = inner.oneOf ?? inner.anyOf;
  if (variants && !inner.properties) {
    return h("ul", { class: "props" }, variants.map((variant, index) => h("li", {},
      h("span", { class: "kind" }, index === 0 ? "either" : "or"), " ", label(spec, variant),
      depth < 6 ? members(spec, spec.resolve(variant), depth + 1) : null)));
  }
  if (!inner.properties) return h("p", { class: "soft small" }, label(spec, schema), limits(schema));
  const list = members(spec, inner, depth);
  if (isOpen) return list;
  return h("details", {}, h("summary", {}, spec.name(node) ?? spec.name(schema.items) ?? "members"), list);
}

function members(spec, schema, depth) {
  if (!schema.properties) return null;
  const required = new Set(schema.required ?? []);
  return h("ul", { class: "props" }, Object.entries(schema.properties).map(([key, node]) => {
    const member = spec.resolve(node);
    return h("li", {},
      h("span", { class: "key" }, key), h("span", { class: "kind" }, label(spec, node), limits(member)),
      required.has(key) ? h("span", { class: "must" }, "required") : null,
      member.description ? h("p", {}, inline(member.description)) : null,
      words(member), nested(spec, node, depth));
  }));
}

function nested(spec, node, depth) {
  const schema = spec.resolve(node);
  const inner = kindOf(schema) === "array" ? spec.resolve(schema.items) : schema;
  const hasMore = inner.properties || (inner.oneOf ?? inner.anyOf)?.some((one) => spec.resolve(one).properties);
  return hasMore && depth < 6 ? schemaView(spec, node, false, depth + 1) : null;
}

function words(schema) {
  const values = (kindOf(schema) === "array" ? schema.items?.enum : schema.enum) ?? [];
  if (values.length === 0) return null;
  return h("p", {}, values.flatMap((value, index) => [index ? " " : "", h("code", {}, String(value))]));
}

/** `array of Booking`, `text or null`. */
export function label(spec, node) {
  const schema = spec.resolve(node);
  const name = spec.name(node);
  const isNullable = [schema.type].flat().includes("null");
  const kind = kindOf(schema);
  let text = name ?? kind;
  if (!name && kind === "array" && schema.items) text = `array of ${label(spec, schema.items)}`;
  else if (!name && schema.format) text = schema.format;
  return isNullable ? `${text} or null` : text;
}

/** What a value may be, in short: ` 1–255 characters`. */
export function limits(schema) {
  const parts = [];
  const range = (low, high, unit) => {
    if (low === undefined && high === undefined) return;
    if (low === undefined) parts.push(`at most ${high}${unit}`);
    else if (high === undefined) parts.push(`at least ${low}${unit}`);
    else parts.push(low === high ? `${low}${unit}` : `${low}–${high}${unit}`);
  };
  range(schema.minLength, schema.maxLength, " characters");
  range(schema.minimum, schema.maximum, "");
  range(schema.minItems, schema.maxItems, " elements");
  if (schema.pattern) parts.push(schema.pattern);
  if (schema.default !== undefined) parts.push(`default ${JSON.stringify(schema.default)}`);
  return parts.length ? ` · ${parts.join(", ")}` : "";
}
