// The OpenAPI document, looked up in the ways that the page needs.

export class Spec {
  constructor(document) {
    this.document = document;
    this.operations = [];
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        this.operations.push({ ...operation, method: method.toUpperCase(), path, id: operation.operationId });
      }
    }
    this.messages = Object.entries(document.webhooks ?? {}).map(([kind, { post }]) => (
      { ...post, method: "POST", path: kind, id: post.operationId, isMessage: true }));
    this.byId = new Map([...this.operations, ...this.messages].map((operation) => [operation.id, operation]));
    this.areas = [
      ...document.tags.map((tag) => ({
        ...tag, operations: this.operations.filter((operation) => operation.tags?.[0] === tag.name),
      })),
      { name: "Messages", description: "What the server posts to webhooks, whenever something happens.", operations: this.messages },
    ].filter((area) => area.operations.length > 0);
  }

  /** What a `$ref` leads to; anything else is given back. */
  resolve(node) {
    let seen = 0;
    while (node?.$ref && seen++ < 20) {
      node = node.$ref.slice(2).split("/").reduce(
        (place, key) => place?.[key.replaceAll("~1", "/").replaceAll("~0", "~")], this.document);
    }
    return node ?? {};
  }

  /** The name of the schema that a `$ref` leads to. */
  name(node) {
    return node?.$ref?.split("/").pop();
  }

  /** Operations in which each word occurs somewhere, best first. */
  search(text) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return null;
    const scored = [...this.byId.values()].map((operation) => {
      const summary = operation.summary.toLowerCase();
      const line = `${operation.method} ${operation.path}`.toLowerCase();
      const rest = `${operation.id} ${operation.tags} ${operation.description ?? ""}`.toLowerCase();
      let score = 0;
      for (const word of words) {
        if (summary.includes(word)) score += 4;
        else if (line.includes(word)) score += 3;
        else if (rest.includes(word)) score += 1;
        else return { operation, score: 0 };
      }
      return { operation, score };
    });
    return scored.filter((one) => one.score > 0).sort((a, b) => b.score - a.score).map((one) => one.operation);
  }
}

/** A value of a schema: its example, its default, or something of its kind. */
export function sample(spec, node, depth = 0) {
  const schema = spec.resolve(node);
  if (schema.examples?.length) return schema.examples[0];
  if (schema.example !== undefined) return schema.example;
  if (schema.default !== undefined) return schema.default;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum?.length) return schema.enum.find((value) => value !== null) ?? null;
  const variant = schema.oneOf?.[0] ?? schema.anyOf?.[0] ?? schema.allOf?.[0];
  if (variant && !schema.properties) return sample(spec, variant, depth);
  switch (kindOf(schema)) {
    case "object": return depth > 5 ? {} : Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([key, value]) => [key, sample(spec, value, depth + 1)]));
    case "array": return depth > 5 || !schema.items ? [] : [sample(spec, schema.items, depth + 1)];
    case "integer": return Math.max(schema.minimum ?? 1, Math.min(schema.maximum ?? 1, 1));
    case "number": return schema.minimum ?? 25.0;
    case "boolean": return true;
    case "string": return sampleText(schema);
    default: return null;
  }
}

function sampleText(schema) {
  switch (schema.format) {
    case "uuid": return "0190a5b0-7c1d-7e2f-8a3b-4c5d6e7f8091";
    case "date-time": return new Date(Math.ceil(Date.now() / 864e5) * 864e5 + 1.206e9).toISOString();
    case "date": return new Date(Date.now() + 6.048e8).toISOString().slice(0, 10);
    case "email": return "una@example.com";
    case "uri": return "https://example.com/";
    default: return "text".padEnd(schema.minLength ?? 0, "-").slice(0, schema.maxLength ?? 80);
  }
}

/** The kind of a schema, without null. */
export function kindOf(schema) {
  const types = [schema.type].flat().filter((type) => type && type !== "null");
  if (types.length > 0) return types[0];
  if (schema.properties) return "object";
  return schema.items ? "array" : "any";
}

/** What a body has at the start: its example where that is short, or else the members of it that must be there. */
export function sampleBody(spec, content) {
  const schema = spec.resolve(content.schema);
  const whole = content.example ?? sample(spec, schema);
  const required = new Set(schema.required ?? []);
  if (kindOf(schema) !== "object" || required.size === 0 || Object.keys(whole).length <= 4) return whole;
  return Object.fromEntries(Object.entries(whole).filter(([key]) => required.has(key)));
}
