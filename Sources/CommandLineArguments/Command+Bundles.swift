// SPDX-License-Identifier: Apache-2.0
// The commands that write a bundle and look at one.

extension Command {
  static let bundle = Command(
    name: "bundle",
    summary: "run, and write everything that a reviewer needs into a new folder",
    operand: Operand("DIR", .one),
    options: [
      .mock, .endpoint, .target, .discover, .only, .skip, .claim, .thorough, .pages, .strict,
      .allowEmpty, .allowSkipped, .set, .concurrency, .rate, .maxRequests, .budget, .timeout,
      .waitFor, .seed, .fault, .variant, .quirk, .churn, .nonce, .statement, .quiet, .verbose,
      .color, .allowPlaintext,
      .allowUnsafeMethods,
    ] + route,
    reads: .target,
    invocation: { .bundle(Invocation.Bundle($0)) }
  )

  static let verify = Command(
    name: "verify",
    summary: "check a bundle and judge its recording again; no network without --live",
    operand: Operand("DIR", .one),
    options: [
      .set, .nonce, .statement, .live, .sampleSeed, .endpoint, .target, .timeout, .rate,
      .allowPlaintext,
    ] + route,
    reads: .target,
    invocation: { .verify(Invocation.Verify($0)) }
  )
}
