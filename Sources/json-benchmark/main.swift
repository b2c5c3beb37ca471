// SPDX-License-Identifier: Apache-2.0
// Says how fast a page of tasks is parsed beside Foundation, and fails below --at-least TIMES.

import Foundation
import Wire

/// The ratio below which the exit code is 1; nil for words that are not understood.
func leastRatio(_ words: [String]) -> Double? {
  words.isEmpty ? 0 : words.count == 2 && words[0] == "--at-least" ? Double(words[1]) : nil
}

guard let least = leastRatio(Array(CommandLine.arguments.dropFirst())) else {
  print("usage: json-benchmark [--at-least TIMES]")
  exit(2)
}

let page = TaskPage(taskCount: 100).bytes
let document = try JSONDocument(parsing: page)
let race = try Race(over: page)
let ratio = race.wire / race.foundation

func row(_ name: String, _ value: Double, _ unit: String) -> String {
  name.padding(toLength: 20, withPad: " ", startingAt: 0)
    + String(format: "%9.1f", value) + " " + unit
}

print(row("page", Double(page.count) / 1000, "KB, 100 retention tasks"))
print(row("JSONDocument", race.wire, "MB/s, median of \(Race.rounds) rounds"))
print(row("JSONSerialization", race.foundation, "MB/s, in turn with the other"))
print(row("ratio", ratio, "times"))
print(
  row("tape", Double(document.tapeByteCount) / Double(page.count), "bytes per byte of the page")
)
if ratio < least {
  print(row("wanted", least, "times at least"))
  exit(1)
}
