#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Has the reports of three runs read by readers that other people wrote.

    Tests/Interop/report_readers.py PROGRAM

Every format must say what the JSON report says. The readers, junitparser, sarif-tools, lxml and
prometheus-client, are fetched once from PyPI into .build/report-readers, and the script runs itself again with them.
"""

import json
import os
import re
import socket
import subprocess
import tempfile
from collections import Counter
from pathlib import Path

import readers

ROOT = Path(__file__).resolve().parents[2]
READERS = ROOT / ".build" / "report-readers"
PACKAGES = ["junitparser==5.0.3", "sarif-tools==3.0.5", "lxml", "prometheus-client==0.21.1"]
FORMATS = ["json", "junit", "sarif", "md", "gitlab", "github", "openmetrics"]

# The names that the published schema of SARIF 2.1.0 allows, for the objects that are written;
# it forbids all others. Those behind the bar have to be there.
SARIF_NAMES = {
    "log": "$schema version runs inlineExternalProperties properties | version runs",
    "run": "tool invocations originalUriBaseIds columnKind results properties | tool",
    "driver": "name semanticVersion rules | name",
    "rule": "id shortDescription help defaultConfiguration properties | id",
    "invocation": "executionSuccessful startTimeUtc exitCode exitCodeDescription"
    " toolExecutionNotifications | executionSuccessful",
    "notification": "level message | message",
    "result": "ruleId ruleIndex kind level message locations occurrenceCount partialFingerprints"
    " suppressions properties | message",
    "location": "physicalLocation logicalLocations |",
    "suppression": "kind status justification | kind",
}


def main(program):
    with tempfile.TemporaryDirectory() as folder:
        for name, words, environment, code in runs():
            reports = run(program, Path(folder) / name, words, environment, code)
            truth = json.loads(reports["json"].read_text(encoding="utf-8"))
            for check in (check_junit, check_sarif, check_gitlab, check_github, check_markdown,
                          check_openmetrics):
                check(reports, truth)
            print(f"{name}: {len(truth['cases'])} cases, the same in every format")


def runs():
    """A healthy run, one with a fault, and one against a port where nobody listens."""
    yield "healthy", [], {}, 0
    yield "fault", ["--fault", "gc-id-string"], {}, 1
    with socket.socket() as unheard:
        unheard.bind(("127.0.0.1", 0))  # bound and not listening: whoever connects is refused
        endpoint = f"http://127.0.0.1:{unheard.getsockname()[1]}"
        facts = {"ENDPOINT": endpoint, "PROJECT_ID": "p", "INSTANCE_ID": "i", "TOKEN": "t"}
        yield "unreachable", [], {f"SWR_{name}": value for name, value in facts.items()}, 3


def run(program, folder, words, environment, code):
    folder.mkdir()
    reports = {name: folder / name for name in FORMATS}
    options = [word for name in FORMATS for word in ("--report", f"{name}={reports[name]}")]
    own = ("SWR_", "CLOUD_SDK_", "GITHUB_")
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(own)}
    status = subprocess.run(
        [program, "run", "--quiet", "--source-root", ".", *words, *options],
        env={**inherited, **environment}, stdout=subprocess.DEVNULL, check=False).returncode
    assert status == code, f"exit code {status} instead of {code}"
    return reports


def check_junit(reports, truth):
    from junitparser import Error, Failure, JUnitXml, Skipped
    from lxml import etree

    told = JUnitXml.fromfile(str(reports["junit"]))
    summary = truth["summary"]
    cases = [case for suite in told for case in suite]
    assert [f"{case.classname}.{case.name}" for case in cases] == [c["id"] for c in truth["cases"]]
    assert len({(case.classname, case.name) for case in cases}) == len(cases)
    kinds = Counter(type(result) for case in cases for result in case.result)
    unexercised = sum(group["cases"] for group in truth["unexercised"])
    counts = {Failure: summary["failed"], Error: summary["inconclusive"] + unexercised,
              Skipped: summary["skipped"] - unexercised}
    for kind, count in counts.items():
        assert kinds[kind] == count, (kind, kinds)
    schema = etree.XMLSchema(etree.parse(str(ROOT / "Tests/Interop/schemas/junit-10.xsd")))
    schema.assertValid(etree.parse(str(reports["junit"])))
    attributes = (told.tests, told.failures, told.errors)
    assert attributes == (len(cases), counts[Failure], counts[Error])
    for suite in told:
        assert suite.tests == len(list(suite))
    assert sum(suite.skipped for suite in told) == counts[Skipped]
    told.update_statistics()
    assert attributes == (told.tests, told.failures, told.errors)
    for case, true in zip(cases, truth["cases"]):
        for result in case.result:
            if isinstance(result, Failure):
                assert true["findings"][0]["expected"] in result.message
                assert "received" in result.message and "repeat" in result.text
            else:
                assert result.message == true["reason"]
        assert true["outcome"] != "warned" or "received" in case.system_out
    assert len(etree.parse(str(reports["junit"])).findall(".//testcase")) == len(cases)


def check_sarif(reports, truth):
    from sarif import loader

    found = Counter(f["severity"] for c in truth["cases"] if c["level"] != "quirks"
                    for f in c["findings"])
    counts = loader.load_sarif_file(str(reports["sarif"])).get_report().get_issue_type_histogram_for_severity
    for severity in ("error", "warning", "note"):
        assert sum(counts(severity).values()) == found[severity], severity
    log = json.loads(reports["sarif"].read_text(encoding="utf-8"))
    check_sarif_names(log)
    (part,) = log["runs"]
    rules = [rule["id"] for rule in part["tool"]["driver"]["rules"]]
    assert sorted(rules) == sorted({case["rule"] for case in truth["cases"]})
    for result in part["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]
        lines = (ROOT / place["artifactLocation"]["uri"]).read_text(encoding="utf-8").splitlines()
        assert 1 <= place["region"]["startLine"] <= len(lines)
    prints = [result["partialFingerprints"]["finding/v1"] for result in part["results"]]
    assert len(set(prints)) == len(prints)
    assert part["invocations"][0]["exitCode"] == truth["exit"]


def check_openmetrics(reports, truth):
    from prometheus_client.openmetrics.parser import text_string_to_metric_families

    families = {family.name.removeprefix("swr_conformance_"): family.samples for family in
                text_string_to_metric_families(reports["openmetrics"].read_text(encoding="utf-8"))}
    counts = Counter()
    for sample in families["cases"]:
        counts[sample.labels["outcome"]] += int(sample.value)
    assert counts == Counter(truth["summary"]), counts
    found = {sample.labels["severity"]: sample.value for sample in families["findings"]}
    assert found == truth["findings"], found
    assert families["exit_code"][0].value == truth["exit"]
    assert families["requests"][0].value == truth["requests"]


def check_sarif_names(log):
    (part,) = log["runs"]
    (invocation,) = part["invocations"]
    driver = part["tool"]["driver"]
    objects = [("log", log), ("run", part), ("driver", driver), ("invocation", invocation)]
    objects += [("rule", rule) for rule in driver["rules"]]
    objects += [("notification", told) for told in invocation["toolExecutionNotifications"]]
    for result in part["results"]:
        objects += [("result", result), ("location", result["locations"][0])]
        objects += [("suppression", suppression) for suppression in result["suppressions"]]
        assert result["occurrenceCount"] >= 1 and result["message"]["text"]
    for kind, value in objects:
        allowed, needed = (set(names.split()) for names in SARIF_NAMES[kind].split("|"))
        assert needed <= set(value) <= allowed, (kind, set(value) ^ allowed)
    assert log["version"] == "2.1.0"
    for rule in driver["rules"]:
        assert rule["help"]["text"] and rule["shortDescription"]["text"]


def check_gitlab(reports, truth):
    entries = json.loads(reports["gitlab"].read_text(encoding="utf-8"))
    for entry in entries:
        assert {"description", "check_name", "fingerprint", "severity", "location"} == set(entry)
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert (ROOT / entry["location"]["path"]).exists() and entry["location"]["lines"]["begin"]
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)
    told = [entry for entry in entries if entry["check_name"] not in ("inconclusive", "notice")]
    assert len(told) == sum(len(c["findings"]) for c in truth["cases"] if c["level"] != "quirks")
    reasons = {c["reason"] for c in truth["cases"] if c["outcome"] == "inconclusive"}
    unsaid = len(reasons) + len(truth["unexercised"])
    assert sum(entry["check_name"] == "inconclusive" for entry in entries) == unsaid


def check_github(reports, truth):
    lines = reports["github"].read_text(encoding="utf-8").splitlines()
    command = r"::(error|warning|notice) (file=Specs/[\w+]+\.swift,line=\d+,)?title=[^:,]+::.+"
    kinds = Counter(re.fullmatch(command, line).group(1) for line in lines)
    found = truth["findings"]
    if truth["exit"] != 3:  # each cause once, so that there are no more than findings
        for kind in ("error", "warning"):
            assert min(1, found[kind]) <= kinds[kind] <= min(10, found[kind])
    else:
        assert kinds["error"] >= 1


def check_markdown(reports, truth):
    text = reports["md"].read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 60
    for outcome, count in truth["summary"].items():
        assert f"{count} {outcome}" in text


if __name__ == "__main__":
    readers.run(main, __doc__, __file__, READERS, PACKAGES)
