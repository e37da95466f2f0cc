// The same call in the languages that clients are written in.

/** @typedef {{ method: string, url: string, headers: [string, string][], body: string | null }} Call */

export const LANGUAGES = [
  ["curl", curl], ["Swift", swift], ["Kotlin", kotlin], ["Python", python], ["JavaScript", javascript],
];

const quoted = (text) => JSON.stringify(text);
const shell = (text) => `'${text.replaceAll("'", `'\\''`)}'`;
/** Kotlin and Swift would fill in what stands behind these. */
const kotlinText = (text) => quoted(text).replaceAll("$", "\\$");
const swiftText = (text) => `#"${text}"#`.includes(`"#`) && text.includes(`"#`) ? `##"${text}"##` : `#"${text}"#`;

function curl({ method, url, headers, body }) {
  const lines = [`curl ${method === "GET" ? "" : `-X ${method} `}${shell(url)}`];
  for (const [name, value] of headers) lines.push(`  -H ${shell(`${name}: ${value}`)}`);
  if (body !== null) lines.push(`  --data-raw ${shell(body)}`);
  return lines.join(" \\\n");
}

function swift({ method, url, headers, body }) {
  const lines = ["import Foundation", "", `var request = URLRequest(url: URL(string: ${swiftText(url)})!)`];
  if (method !== "GET") lines.push(`request.httpMethod = "${method}"`);
  for (const [name, value] of headers) lines.push(`request.setValue(${swiftText(value)}, forHTTPHeaderField: "${name}")`);
  if (body !== null) lines.push(`request.httpBody = Data(${swiftText(body.replaceAll("\n", " "))}.utf8)`);
  lines.push("let (data, response) = try await URLSession.shared.data(for: request)",
    "print((response as! HTTPURLResponse).statusCode, String(decoding: data, as: UTF8.self))");
  return lines.join("\n");
}

function kotlin({ method, url, headers, body }) {
  const publisher = body === null ? "HttpRequest.BodyPublishers.noBody()" : `HttpRequest.BodyPublishers.ofString(${kotlinText(body)})`;
  return [
    "import java.net.URI", "import java.net.http.*", "",
    `val request = HttpRequest.newBuilder(URI.create(${kotlinText(url)}))`,
    ...headers.map(([name, value]) => `    .header("${name}", ${kotlinText(value)})`),
    `    .method("${method}", ${publisher})`, "    .build()",
    "val response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString())",
    "println(\"${response.statusCode()} ${response.body()}\")",
  ].join("\n");
}

function python({ method, url, headers, body }) {
  const lines = ["import urllib.request", "", "request = urllib.request.Request(", `    ${quoted(url)},`, `    method="${method}",`];
  if (headers.length) {
    lines.push("    headers={", ...headers.map(([name, value]) => `        "${name}": ${quoted(value)},`), "    },");
  }
  if (body !== null) lines.push(`    data=${quoted(body)}.encode(),`);
  lines.push(")", "with urllib.request.urlopen(request) as response:", "    print(response.status, response.read().decode())");
  return lines.join("\n");
}

function javascript({ method, url, headers, body }) {
  const lines = [`const response = await fetch(${quoted(url)}, {`, `  method: "${method}",`];
  if (headers.length) lines.push("  headers: {", ...headers.map(([name, value]) => `    "${name}": ${quoted(value)},`), "  },");
  if (body !== null) lines.push(`  body: ${quoted(body)},`);
  lines.push("});", "console.log(response.status, await response.text());");
  return lines.join("\n");
}
