// SPDX-License-Identifier: Apache-2.0
// Throws damaged JSON at the parser: json-fuzz [--inputs N] [--seed N] FOLDER…

import Foundation
import JSONMutation
import Wire

guard let order = FuzzOrder(Array(CommandLine.arguments.dropFirst())) else {
  print("usage: json-fuzz [--inputs N] [--seed N] FOLDER…")
  exit(2)
}
let texts = try order.texts()
guard !texts.isEmpty else {
  print("no .json file in \(order.folders.joined(separator: ", "))")
  exit(2)
}

let clock = ContinuousClock()
let start = clock.now
let run = JSONFuzzRun(
  texts: texts,
  seed: order.seed,
  inputs: order.inputs,
  secondOpinion: FoundationOpinion.check
)
let seconds = (clock.now - start) / .seconds(1)

print("inputs    \(run.inputs) (seed \(order.seed), from \(texts.count) files)")
print("accepted  \(run.accepted)")
print("rejected  \(run.rejected)")
print("seconds   \(String(format: "%.1f", seconds))")
if let failure = run.failure {
  print("violated  \(failure.violation)")
  print("bytes     \(failure.input.map(ASCII.hexadecimal).joined())")
  exit(1)
}
