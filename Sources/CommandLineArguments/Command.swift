// SPDX-License-Identifier: Apache-2.0
// One command: a literal entry with its options and the invocation it becomes.

/// A command of the program.
struct Command: Sendable {
  var name: String
  /// Without a full stop, for help.
  var summary: String
  /// What may follow that is no option; nil if nothing may.
  var operand: Operand?
  var options: [Option]
  /// The environment variables that the command reads, and for what.
  var environment: [(names: String, summary: String)] = []
  var invocation: @Sendable (Values) -> Invocation

  /// The words behind a command that are no options.
  struct Operand: Sendable {
    var placeholder: String
    var arity: Arity

    enum Arity: Sendable { case atMostOne, atLeastOne }

    /// As help shows it.
    var usage: String { arity == .atMostOne ? "[\(placeholder)]" : "\(placeholder)…" }
  }

  func option(_ name: String) -> Option? {
    options.first { $0.name == name }
  }
}

extension Command {
  /// The first one is meant when none is named.
  static let all: [Command] = [run, mock, list, quirks, selftest, docs]

  static func named(_ name: String) -> Command? {
    all.first { $0.name == name }
  }

  private static let run = Command(
    name: "run",
    summary: "judge the embedded mock, or the endpoint that is named",
    options: [
      .endpoint, .target, .only, .skip, .claim, .thorough, .strict, .allowEmpty, .report,
      .concurrency, .timeout, .seed, .fault, .variant, .quirk, .churn, .quiet, .color,
      .allowPlaintext, .caFile, .insecure, .allowUnsafeMethods,
    ],
    environment: [
      ("SWR_ENDPOINT", "the endpoint"),
      ("SWR_TOKEN", "the token; secrets are never taken from the command line"),
      ("SWR_PROJECT_ID, SWR_INSTANCE_ID, …", "every other key of the target file"),
      ("HTTPS_PROXY, NO_PROXY", "the proxy, and the hosts that need none"),
    ],
    invocation: { .run(Invocation.Run($0)) }
  )

  private static let mock = Command(
    name: "mock",
    summary: "serve the mock registry on loopback",
    options: [
      .port, .mockRows, .fault, .variant, .quirk, .churn, .seed, .printEnvironment, .listFaults,
      .json,
    ],
    invocation: { .mock(Invocation.Mock($0)) }
  )

  private static let list = Command(
    name: "list",
    summary: "print the plan: every case and the requests it needs",
    options: [.json, .assumedRows, .only, .skip, .claim, .thorough, .allowUnsafeMethods, .target],
    invocation: { .list(Invocation.List($0)) }
  )

  private static let quirks = Command(
    name: "quirks",
    summary: "print where the documentation contradicts itself",
    operand: Operand(placeholder: "ID", arity: .atMostOne),
    options: [.json],
    invocation: { .quirks(Invocation.Quirks($0)) }
  )

  private static let selftest = Command(
    name: "selftest",
    summary: "let the mock make every mistake it knows and see which case catches it",
    options: [.json, .seed],
    invocation: { .selftest(Invocation.SelfTest($0)) }
  )

  private static let docs = Command(
    name: "docs",
    summary: "read documentation pages and compare them with the specs",
    operand: Operand(placeholder: "PAGE", arity: .atLeastOne),
    options: [.json],
    invocation: { .docs(Invocation.Docs($0)) }
  )
}
