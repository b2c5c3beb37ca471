// SPDX-License-Identifier: Apache-2.0
// The body that is parsed: one full page of retention tasks, as compact as a service sends it.

import Wire

/// A list answer with tasks of eleven fields and values of the usual length.
struct TaskPage {
  let bytes: [UInt8]

  init(taskCount: Int) {
    let tasks = (0..<taskCount).map(Self.task).joined(separator: ",")
    bytes = Array(#"{"total":\#(taskCount),"tasks":[\#(tasks)]}"#.utf8)
  }

  private static func task(_ number: Int) -> String {
    let start = Int64(1_715_931_000 + number * 7)
    let fields = [
      ("id", "\(1001 + number)"),
      ("execution_id", "113"),
      ("repository", JSONText.quote("library/web-service-\(number % 17)")),
      ("job_id", JSONText.quote("5f0c9a52e8b74d6f9a13c7" + ASCII.hexadecimal(UInt8(number % 256)))),
      ("status", JSONText.quote(number % 9 == 0 ? "Error" : "Succeed")),
      ("status_code", "3"),
      ("status_revision", "\(start)"),
      ("start_time", time(start)),
      ("end_time", time(start + 4)),
      ("total", "\(number % 40)"),
      ("retained", "\(number % 10)"),
    ]
    return "{" + fields.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
  }

  private static func time(_ seconds: Int64) -> String {
    JSONText.quote(Instant(seconds: seconds, fractionDigits: 3).description)
  }
}
