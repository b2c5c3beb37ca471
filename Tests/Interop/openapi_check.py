#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Lets the tools of others read what `export` writes, and judge the mock by it.

    Tests/Interop/openapi_check.py PROGRAM

openapi-spec-validator reads the OpenAPI document, jsonschema holds every page of the mock to it, and
schemathesis looks for requests whose answers are not as it says. What schemathesis finds and the
contract explains stands in EXPLAINED; everything else fails. The tools are fetched once from PyPI into
.build/openapi-readers, and the script runs itself again with them.
"""

import base64
import hashlib
import json
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

import readers
from subject import clean, export, mock, operations, values

ROOT = Path(__file__).resolve().parents[2]
READERS = ROOT / ".build" / "openapi-readers"
PACKAGES = ["openapi-spec-validator==0.9.0", "schemathesis==4.32.5", "jsonschema[format-nongpl]==4.26.0"]


def is_odd_offset(query, status):
    """Whether the offset is no multiple of the limit, which is 10 where none is sent."""
    return status == 400 and int(query.get("offset", 0)) % int(query.get("limit", 10)) != 0


def is_made_up_marker(query, status):
    return status == 400 and "marker" in query


def is_without_value(query, status):
    return status == 400 and "" in query.values()


def is_no_id(query, status):
    """Whether an id is below 1."""
    ids = [query[name] for name in ("namespace_id", "policy_id", "registry_id") if name in query]
    return status == 400 and any(value.startswith("-") or value == "0" for value in ids)


# What schemathesis calls a defect and is none: its check, whose requests, and why.
EXPLAINED = [
    ("positive_data_acceptance", is_odd_offset,
     "offset has to be a multiple of limit; a schema cannot compare two parameters"),
    ("positive_data_acceptance", is_made_up_marker,
     "a marker is opaque, and only one that a page gave is taken; a schema cannot say so"),
    ("positive_data_acceptance", is_without_value,
     "no page says what a filter without a value keeps; the mock refuses it"),
    ("positive_data_acceptance", is_no_id,
     "no page says from which number on ids count; the mock refuses what is below 1"),
]


def main(program):
    contract = json.loads(export(program, "contract"))
    document = json.loads(export(program, "openapi"))
    check_digest(program, contract, document)
    check_document(document)
    with mock(program) as target:
        pages = sum(check_pages(document, operation, target) for operation in operations(document))
        check_errors(document, target)
        print(f"{pages} pages and the errors of the mock are as the schemas say")
        check_requests(document, target)
    with mock(program, "--fault", "gc-id-string") as target:
        gc = next(o for o in operations(document) if o["operationId"] == "ListGcTasks")
        try:
            check_pages(document, gc, target)
        except AssertionError:
            return
        raise AssertionError("a fault of the mock passes the schema")


def check_digest(program, contract, document):
    """The digest is what its definition gives in another language, and the same everywhere."""
    digest = contract.pop("digest")
    text = json.dumps(
        without_places(contract), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert digest == "sha256:" + hashlib.sha256(text.encode()).hexdigest()
    assert document["x-contract-digest"] == digest
    words = ["run", "--only", "ListGcTasks.shape.status-200", "--report", "json=-"]
    report = subprocess.run([program, *words], env=clean(), capture_output=True, check=True).stdout
    assert json.loads(report)["suite"]["contract"] == digest


def without_places(value):
    if isinstance(value, dict):
        return {name: without_places(part) for name, part in value.items() if name != "at"}
    return [without_places(part) for part in value] if isinstance(value, list) else value


def check_document(document):
    """Valid, and so are the examples in it."""
    from openapi_spec_validator import validate

    validate(document)
    for operation in operations(document):
        for status, response in operation["responses"].items():
            content = response["content"]["application/json"]
            check_answer(document, operation, status, content["example"])


def check_answer(document, operation, status, body):
    from jsonschema import Draft202012Validator

    content = operation["responses"][str(status)]["content"]["application/json"]
    schema = {**content["schema"], "components": document["components"]}
    checker = Draft202012Validator.FORMAT_CHECKER
    assert {"date-time", "uuid"} <= set(checker.checkers), "formats are not looked at"
    errors = list(Draft202012Validator(schema, format_checker=checker).iter_errors(body))
    assert not errors, f"{operation['operationId']} {status}: {errors[0]}"


def ask(target, operation, query, token=None, **others):
    path = operation["path"].format(**{**dict(values(operation, target)), **others})
    headers = {"X-Auth-Token": target["token"] if token is None else token}
    request = urllib.request.Request(
        f"{target['endpoint']}{path}?{urlencode(query)}", headers={k: v for k, v in headers.items() if v})
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as answer:
        return answer.code, json.load(answer)


def check_pages(document, operation, target):
    """Holds each page of a list to the schema, and says how many there are."""
    names = {parameter["name"] for parameter in operation["parameters"]}
    query, pages = {"limit": 10}, 0
    while True:
        status, body = ask(target, operation, query)
        assert status == 200
        check_answer(document, operation, status, body)
        pages += 1
        rows = next((value for value in body.values() if isinstance(value, list)), None)
        if "marker" in names:
            query["marker"] = (body["page_info"] or {}).get("next_marker")
        else:
            query["offset"] = query.get("offset", 0) + 10
        if not rows or not names & {"marker", "offset"} or "marker" in names and not query["marker"]:
            return pages


def check_errors(document, target):
    for operation in operations(document):
        refused = [
            (401, ask(target, operation, {}, token="")),
            (403, ask(target, operation, {}, project_id=target["foreign_project_id"])),
        ]
        if any(parameter["name"] == "limit" for parameter in operation["parameters"]):
            refused.append((400, ask(target, operation, {"limit": 0})))
        if "{instance_id}" in operation["path"]:
            refused.append((404, ask(target, operation, {}, instance_id="nowhere")))
        for expected, (status, body) in refused:
            assert status == expected, (operation["operationId"], expected, status)
            check_answer(document, operation, status, body)


def check_requests(document, target):
    """Lets schemathesis ask, and looks at everything that it does not like."""
    with tempfile.TemporaryDirectory() as folder:
        told = run_schemathesis(document, target, Path(folder))
    explained, count = set(), 0
    for recorder in told:
        count += len(recorder["interactions"])
        for number, checks in recorder["checks"].items():
            for check in (check for check in checks if check["status"] != "success"):
                explained.add(explanation(check, recorder["interactions"][number]))
    assert count > 300, f"schemathesis asked only {count} times"
    assert len(explained) == len(EXPLAINED), "an explanation explains nothing; remove it"
    print(f"{count} requests of schemathesis; what it found is explained:")
    for reason in sorted(explained):
        print(f"  {reason}")


def explanation(check, interaction):
    uri, response = interaction["request"]["uri"], interaction["response"] or {}
    query = dict(parse_qsl(urlsplit(uri).query, keep_blank_values=True))
    for name, covers, reason in EXPLAINED:
        if check["name"] == name and covers(query, response.get("status_code")):
            return reason
    body = base64.b64decode((response.get("content") or {}).get("$base64", "")).decode()
    raise AssertionError(f"{check['name']} of {uri}\n{body}\n{json.dumps(check, indent=2)}")


def run_schemathesis(document, target, folder):
    files = {name: folder / name for name in ("openapi.json", "schemathesis.toml", "told.ndjson")}
    files["openapi.json"].write_text(json.dumps(document), encoding="utf-8")
    files["schemathesis.toml"].write_text("\n".join(
        f"[[operations]]\ninclude-operation-id = {json.dumps(operation['operationId'])}\n"
        "parameters = {" + ", ".join(
            f"{json.dumps('path.' + name)} = {json.dumps(value)}"
            for name, value in values(operation, target)) + "}\n"
        for operation in operations(document)), encoding="utf-8")
    run = subprocess.run(
        [Path(sys.executable).parent / "schemathesis", "--config-file", files["schemathesis.toml"],
         "run", files["openapi.json"], "--url", target["endpoint"],
         "--header", f"X-Auth-Token: {target['token']}", "--max-examples", "30", "--seed", "1",
         "--continue-on-failure", "--generation-database", "none", "--no-color",
         "--report", "ndjson", "--report-ndjson-path", files["told.ndjson"]],
        cwd=folder, capture_output=True, text=True, timeout=240, check=False)
    assert run.returncode in (0, 1) and f"Tested: {len(document['paths'])}" in run.stdout, run.stdout + run.stderr
    events = map(json.loads, files["told.ndjson"].read_text(encoding="utf-8").splitlines())
    finished = (event["ScenarioFinished"] for event in events if "ScenarioFinished" in event)
    return [scenario["recorder"] for scenario in finished if "checks" in scenario["recorder"]]


if __name__ == "__main__":
    readers.run(main, __doc__, __file__, READERS, PACKAGES)
