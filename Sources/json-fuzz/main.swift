// SPDX-License-Identifier: Apache-2.0
// Throws damaged JSON at the parser, and damaged pages at the readers of lists.

import Foundation
import JSONMutation
import Wire

guard let order = FuzzOrder(Array(CommandLine.arguments.dropFirst())) else {
  print("usage: json-fuzz [--inputs N] [--seed N] [--pages N] FOLDER…")
  exit(2)
}

let clock = ContinuousClock()
let start = clock.now

if order.pages > 0, let failure = PageFuzz.failure(pages: order.pages, seed: order.seed) {
  print("violated  \(failure.operation): \(failure.objection)")
  print("bytes     \(failure.page.map(ASCII.hexadecimal).joined())")
  exit(1)
}

if !order.folders.isEmpty {
  let texts = try order.texts()
  let run = JSONFuzzRun(
    texts: texts, seed: order.seed, inputs: order.inputs, secondOpinion: FoundationOpinion.check)
  print("inputs    \(run.inputs) (seed \(order.seed), from \(texts.count) texts)")
  print("accepted  \(run.accepted)")
  print("rejected  \(run.rejected)")
  if let failure = run.failure {
    print("violated  \(failure.violation)")
    print("bytes     \(failure.input.map(ASCII.hexadecimal).joined())")
    exit(1)
  }
}

let seconds = (clock.now - start) / .seconds(1)
print("seconds   \(String(format: "%.1f", seconds))")
