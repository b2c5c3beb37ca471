// SPDX-License-Identifier: Apache-2.0
// The commands that put together what several runs have said.

extension Command {
  static let merge = Command(
    name: "merge", summary: "join the JSON reports of all shards to what one run would have said",
    operand: Operand("SHARD.json", .oneOrMore), options: [.mergedReport],
    invocation: { .merge(Invocation.Gathering($0)) })

  static let matrix = Command(
    name: "matrix",
    summary: "put the JSON reports and bundles of several implementations beside each other",
    operand: Operand("REPORT.json|DIR", .oneOrMore), options: [.matrixReport],
    invocation: { .matrix(Invocation.Gathering($0)) })

  /// What decides which cases are judged, and how they are weighed.
  static let selecting: [Option] = [
    .only, .skip, .claim, .thorough, .pages, .strict, .allowEmpty, .allowSkipped, .budget,
    .coverage, .set, .allowUnsafeMethods,
  ]
}
