// SPDX-License-Identifier: Apache-2.0
// The JSON report's keys, their order and what stands where nothing is known.

import Conformance
import Contract
import Reporting
import Testing
import Wire

struct JSONReportTests {
  private let format = JSONReport(contract: "sha256:abc")

  @Test func `keys stand in the order of the schema`() {
    let report = Report.sample([
      .sample("tasks.id", .shape, .failed(asserted: 34), [.idIsText]),
      .sample("late", .paging, .inconclusive(.notRecorded), [.sample(.note, "five is four")]),
    ])
    #expect(
      format.text(of: report) == #"""
        {
          "schema": "swr-conformance.report/3",
          "suite": {"version": "0.1.0", "contract": "sha256:abc"},
          "target": {
            "mode": "live",
            "endpoint": "http://127.0.0.1:8080",
            "facts": {},
            "options": []
          },
          "started": "2026-01-02T03:04:05Z",
          "seconds": 0.414,
          "waiting": 0.000,
          "requests": 71,
          "retries": 0,
          "partial": false,
          "notices": [],
          "unexercised": [],
          "exit": 1,
          "advice": [],
          "summary": {"passed": 0, "warned": 0, "failed": 1, "inconclusive": 1, "skipped": 0},
          "findings": {"error": 1, "warning": 0, "note": 1},
          "cases": [
            {
              "id": "ListGcTasks.shape.tasks.id",
              "operation": "ListGcTasks",
              "level": "shape",
              "rule": "sample-rule",
              "title": "tasks.id is as promised",
              "obligation": "must",
              "outcome": "failed",
              "asserted": 34,
              "reason": null,
              "findings": [
                {
                  "name": "bb9b09c6",
                  "rule": "field-type",
                  "severity": "error",
                  "pointer": "/tasks/3/id",
                  "count": 34,
                  "expected": "integer",
                  "received": "\"1004\" (string)",
                  "clause": {"description": "id is the task's number", "page": "003_d4fe1a037a1e99f9.txt", "section": "response, status 200", "title": null, "url": null},
                  "at": {"file": "Specs/ListGcTasks.swift", "line": 41},
                  "repeat": "curl -sS -H \"X-Auth-Token: $SWR_TOKEN\" 'http://127.0.0.1:8080/v2/p/instances/i/system/gc?limit=10'",
                  "comparedWith": null,
                  "request": "GET /v2/p/instances/i/system/gc?limit=10",
                  "credential": "own",
                  "suppression": null
                }
              ]
            },
            {
              "id": "ListGcTasks.paging.late",
              "operation": "ListGcTasks",
              "level": "paging",
              "rule": "sample-rule",
              "title": "late is as promised",
              "obligation": "must",
              "outcome": "inconclusive",
              "asserted": 0,
              "reason": "not recorded",
              "findings": [
                {
                  "name": "95fa456c",
                  "rule": "sample-rule",
                  "severity": "note",
                  "pointer": null,
                  "count": 1,
                  "expected": "5",
                  "received": "4",
                  "clause": {"description": "five is five", "page": "003_d4fe1a037a1e99f9.txt", "section": "response, status 200", "title": null, "url": null},
                  "at": {"file": "Specs/ListGcTasks.swift", "line": 12},
                  "repeat": null,
                  "comparedWith": null,
                  "request": null,
                  "credential": null,
                  "suppression": null
                }
              ]
            }
          ],
          "coverage": null,
          "quirkResults": [],
          "exchanges": []
        }

        """#)
  }

  @Test func `a report of nothing is a document too`() {
    #expect(
      format.text(of: .sample([], mode: .recorded)) == """
        {
          "schema": "swr-conformance.report/3",
          "suite": {"version": "0.1.0", "contract": "sha256:abc"},
          "target": {
            "mode": "recorded",
            "endpoint": "http://127.0.0.1:8080",
            "facts": {},
            "options": []
          },
          "started": "2026-01-02T03:04:05Z",
          "seconds": 0.414,
          "waiting": 0.000,
          "requests": 71,
          "retries": 0,
          "partial": false,
          "notices": [],
          "unexercised": [],
          "exit": 4,
          "advice": [],
          "summary": {"passed": 0, "warned": 0, "failed": 0, "inconclusive": 0, "skipped": 0},
          "findings": {"error": 0, "warning": 0, "note": 0},
          "cases": [],
          "coverage": null,
          "quirkResults": [],
          "exchanges": []
        }

        """)
  }

  @Test func `any text survives the way through JSON`() throws {
    let text = "\"\\/\u{0}\u{1F}\r\n\t\u{2028}é漢😀"
    let report = Report.sample([.sample("x", .shape, .skipped(.notApplicable(text)))])
    let document = try JSONDocument(parsing: Array(format.text(of: report).utf8))
    #expect(document.value(at: JSONPointer(["cases", "0", "reason"]))?.string == text)
  }

  @Test(arguments: [(0.0, "0.000"), (12.3456, "12.346"), (.infinity, "0.000"), (.nan, "0.000")])
  func `seconds are always a plain decimal number`(seconds: Double, expected: String) throws {
    var report = Report.sample([])
    report.seconds = seconds
    let document = try JSONDocument(parsing: Array(format.text(of: report).utf8))
    #expect(document.root["seconds"]?.raw == expected)
  }

  @Test func `a quirk result tells its side, what was seen and where`() throws {
    let result = CaseResult.sample("casing", .quirks, .passed(asserted: 4), [], .sample)
    let text = format.text(of: .sample([result]))
    let quirkResult = try #require(JSONDocument(parsing: Array(text.utf8)).root["quirkResults"]?[0])
    #expect(
      quirkResult.members.map { "\($0.name) \($0.value.string ?? "")" } == [
        "id casing", "operation ListGcTasks", "outcome as-other", "side statusRevision",
        "saw statusRevision in 3 of 4", "first /tasks/0/statusRevision", "remarkable ", "was ",
      ])
  }
}
