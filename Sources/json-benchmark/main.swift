// SPDX-License-Identifier: Apache-2.0
// Says how fast a page of tasks is parsed, beside Foundation in the same run.

import Foundation
import Wire

let page = TaskPage(taskCount: 100).bytes
let document = try JSONDocument(parsing: page)
let race = try Race(over: page)

func row(_ name: String, _ value: Double, _ unit: String) -> String {
  name.padding(toLength: 20, withPad: " ", startingAt: 0)
    + String(format: "%9.1f", value) + " " + unit
}

print(row("page", Double(page.count) / 1000, "KB, 100 retention tasks"))
print(row("JSONDocument", race.wire, "MB/s, median of \(Race.rounds) rounds"))
print(row("JSONSerialization", race.foundation, "MB/s, in turn with the other"))
print(row("ratio", race.wire / race.foundation, "times"))
print(
  row("tape", Double(document.tapeByteCount) / Double(page.count), "bytes per byte of the page")
)
