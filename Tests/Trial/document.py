"""Reads a server's OpenAPI document as PyPI's openapi-spec-validator does, and as a careful person would:
document.py PORT"""

import collections
import json
import re
import subprocess
import sys
import urllib.request

import jsonschema
import openapi_spec_validator

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

# What HTTP asks of answers with these statuses (RFC 9110), or gives them a use by.
FIELDS = {"201": "Location", "304": "ETag", "401": "WWW-Authenticate", "429": "Retry-After", "503": "Retry-After"}

with urllib.request.urlopen(f"http://127.0.0.1:{sys.argv[1]}/openapi.json") as answer:
    document = json.load(answer)

faults = []
counts = collections.Counter()


def demand(what, where, complaint):
    if not what:
        faults.append(f"{where}: {complaint}")


def walk(node, path=()):
    """Every node with its path, the outermost first."""
    yield path, node
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for name, child in children:
        yield from walk(child, (*path, name))


def resolve(reference, otherwise=None):
    """What a reference leads to; without one, what there is otherwise."""
    if reference is None:
        return otherwise
    node = document
    for part in reference.removeprefix("#/").split("/"):
        node = node[part.replace("~1", "/").replace("~0", "~")]
    return node


def operations():
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield f"{method.upper()} {path}", path, item[method]


def is_schema(path):
    """Whether what stands at a path is a schema, or lies in one."""
    return "schema" in path or path[:2] == ("components", "schemas") and len(path) > 2


def references_resolve():
    used = {"#/components/securitySchemes/" + name
            for _, _, operation in operations() for scheme in operation.get("security", []) for name in scheme}
    for path, node in walk(document):
        if not isinstance(node, dict) or not isinstance(node.get("$ref"), str):
            continue
        counts["references"] += 1
        used.add(node["$ref"])
        try:
            resolve(node["$ref"])
        except (KeyError, TypeError):
            faults.append(f"{'/'.join(map(str, path))}: {node['$ref']} leads nowhere")
    for kind, components in document["components"].items():
        for name in components:
            counts["components"] += 1
            demand(f"#/components/{kind}/{name}" in used, f"{kind}/{name}", "nobody uses it")


def operations_are_described():
    seen = collections.Counter(operation["operationId"] for _, _, operation in operations())
    names = {tag["name"] for tag in document["tags"]}
    demand({tag for *_, o in operations() for tag in o.get("tags", [])} == names, "tags", "some are not used")
    for where, path, operation in operations():
        counts["operations"] += 1
        demand(seen[operation["operationId"]] == 1, where, "its operationId is another's, too")
        demand(re.fullmatch("[a-zA-Z][a-zA-Z0-9]*", operation["operationId"]), where, "its operationId is no name")
        demand(operation.get("summary"), where, "has no summary")
        demand(operation.get("tags") and set(operation["tags"]) <= names, where, "its tags are not told of")
        parameters_are_described(where, path, operation.get("parameters", []), operation["responses"])
        answers_are_described(where, operation["responses"])


def parameters_are_described(where, path, parameters, responses):
    keys = [(parameter["in"], parameter["name"].lower()) for parameter in parameters]
    demand(len(keys) == len(set(keys)), where, "has a parameter twice")
    in_path = {parameter["name"] for parameter in parameters if parameter["in"] == "path"}
    demand(in_path == set(re.findall(r"{(\w+)}", path)), where, "the parameters of its path are not its own")
    names = {parameter["name"] for parameter in parameters if parameter["in"] == "header"}
    demand(("412" in responses) == ("If-Match" in names), where, "says half of what goes with If-Match")
    demand(("304" in responses) == ("If-None-Match" in names), where, "says half of what goes with If-None-Match")
    for parameter in parameters:
        counts["parameters"] += 1
        demand(parameter.get("description"), where, f"{parameter['name']} is not described")
        demand(parameter["in"] != "path" or parameter["required"], where, f"{parameter['name']} has to be required")


def answers_are_described(where, responses):
    demand(any(code[0] in "12" for code in responses), where, "has no good answer")
    demand("default" in responses, where, "does not say what any other answer is")
    for code, response in responses.items():
        counts["answers"] += 1
        response = resolve(response.get("$ref"), response)
        demand(response.get("description"), where, f"{code} is not described")
        content = response.get("content", {})
        fields = response.get("headers", {})
        demand(code not in FIELDS or FIELDS[code] in fields, where, f"{code} does not tell of {FIELDS.get(code)}")
        # 503 of a probe is what it has to say, and no problem; pages tell people of theirs.
        if code[0] in "45" and not {"application/json", "text/html"} & set(content):
            demand(list(content) == ["application/problem+json"], where, f"{code} is no problem")
            codes = re.findall("`([a-z_]+)`:", response["description"])
            demand(codes, where, f"{code} names no codes")
            examples = content["application/problem+json"].get("examples", {})
            demand(not examples or set(examples) == set(codes), where, f"{code} has examples of other codes")
        demand(code not in ("204", "304") or not content, where, f"{code} can't have a body")


def schemas_are_good():
    patterns = set()
    for path, node in walk(document):
        if not isinstance(node, dict) or not is_schema(path) or path[-1] == "properties":
            continue
        where = "/".join(map(str, path))
        counts["schemas"] += 1
        if isinstance(node.get("pattern"), str):
            patterns.add(node["pattern"])
        properties = node.get("properties", {})
        if isinstance(node.get("required"), list):
            told = properties or {"": None}
            demand(not properties or set(node["required"]) <= set(told), where, "requires what it does not tell of")
        for name, member in properties.items() if path[:2] == ("components", "schemas") else ():
            demand(member.get("description"), where, f"{name} is not described")
    patterns_are_good(patterns)


def patterns_are_good(patterns):
    """JSON Schema asks for regular expressions of ECMA-262, with Unicode: whoever speaks it has to take them."""
    counts["patterns"] = len(patterns)
    script = "for (const p of JSON.parse(process.argv[1])) { try { new RegExp(p, 'u') } catch (e) { console.log(e.message) } }"
    found = subprocess.run(["node", "-e", script, json.dumps(sorted(patterns))], capture_output=True, text=True, check=True)
    faults.extend(found.stdout.splitlines())


def examples_are_good():
    """Every example is an instance of the schema beside it."""
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    for path, node in walk(document):
        if not isinstance(node, dict) or path and path[-1] in ("properties", "examples", "example", "value"):
            continue
        for example, schema in examples_of(path, node):
            counts["examples"] += 1
            whole = {**schema, "components": document["components"]}
            for error in jsonschema.Draft202012Validator(whole, format_checker=checker).iter_errors(example):
                faults.append(f"{'/'.join(map(str, path))}: its example, at {error.json_path}: {error.message}")


def examples_of(path, node):
    if isinstance(node.get("schema"), dict):
        for example in node.get("examples", {}).values():
            yield resolve(example.get("$ref"), example)["value"], node["schema"]
        if "example" in node:
            yield node["example"], node["schema"]
    elif is_schema(path):
        if isinstance(node.get("examples"), list):
            yield from ((example, node) for example in node["examples"])
        if "default" in node:
            yield node["default"], node


openapi_spec_validator.OpenAPIV31SpecValidator(document).validate()
print(f"openapi-spec-validator takes it, as OpenAPI {document['openapi']}")
references_resolve()
operations_are_described()
schemas_are_good()
examples_are_good()
print(", ".join(f"{count} {what}" for what, count in counts.items()))
for fault in faults:
    print(fault, file=sys.stderr)
sys.exit(f"{len(faults)} faults" if faults else None)
