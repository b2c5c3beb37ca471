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

    enum Arity: Sendable { case atMostOne, one, oneOrMore }

    init(_ placeholder: String, _ arity: Arity) {
      self.placeholder = placeholder
      self.arity = arity
    }

    /// As help shows it.
    var usage: String {
      switch arity {
      case .atMostOne: "[\(placeholder)]"
      case .one: placeholder
      case .oneOrMore: "\(placeholder)…"
      }
    }
  }

  func option(_ name: String) -> Option? {
    options.first { $0.name == name }
  }
}

extension Command {
  /// The first one is meant when none is named.
  static let all: [Command] = [run, discover, judge, mock, list, quirks, selftest, docs]

  static func named(_ name: String) -> Command? {
    all.first { $0.name == name }
  }

  private static let run = Command(
    name: "run",
    summary: "judge the embedded mock, or the endpoint that is named",
    options: [
      .endpoint, .target, .discover, .only, .skip, .claim, .thorough, .strict, .allowEmpty, .report,
      .baseline, .writeBaseline, .pruneBaseline, .record, .concurrency, .rate, .maxRequests,
      .timeout, .seed, .fault, .variant, .quirk, .churn, .quiet, .color, .allowPlaintext, .caFile,
      .insecure, .allowUnsafeMethods,
    ],
    environment: targetVariables,
    invocation: { .run(Invocation.Run($0)) }
  )

  private static let discover = Command(
    name: "discover",
    summary: "find out what can be judged there, and write a target file",
    options: [
      .endpoint, .target, .output, .force, .rate, .maxRequests, .timeout, .allowPlaintext, .caFile,
      .insecure,
    ],
    environment: targetVariables,
    invocation: { .discover(Invocation.Discover($0)) }
  )

  private static let targetVariables = [
    ("SWR_ENDPOINT", "the endpoint"),
    ("SWR_PROJECT_ID, SWR_INSTANCE_ID, …", "every other key of the target file"),
    ("SWR_TOKEN", "the token; secrets are never taken from the command line"),
    ("SWR_TOKEN_FILE", "a file that holds the token; read again when it has run out"),
    ("SWR_TOKEN_COMMAND", "prints the token; run again when it has run out"),
    ("CLOUD_SDK_AK, CLOUD_SDK_SK", "the keys that each request is signed with"),
    ("CLOUD_SDK_SECURITY_TOKEN", "what belongs to temporary keys"),
    ("SWR_IAM_USER, SWR_IAM_PASSWORD", "the user who gets a token by logging in"),
    ("SWR_IAM_DOMAIN", "the account of that user"),
    ("SWR_IAM_ENDPOINT", "where to log in; known for the vendor's own endpoints"),
    ("HTTPS_PROXY, NO_PROXY", "the proxy, and the hosts that need none"),
  ]

  private static let judge = Command(
    name: "judge",
    summary: "judge a recording, with no network",
    operand: Operand("FILE.har", .one),
    options: [
      .target, .only, .skip, .claim, .strict, .allowEmpty, .report, .quiet, .color,
    ],
    environment: [
      ("SWR_PROJECT_ID, …", "keys of the target file, for a recording of another program")
    ],
    invocation: { .judge(Invocation.Judge($0)) }
  )

  private static let mock = Command(
    name: "mock",
    summary: "serve the mock registry on loopback",
    options: [
      .port, .mockRows, .fault, .variant, .quirk, .churn, .disturbance, .seed, .printEnvironment,
      .authentication, .listFaults, .json,
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
    operand: Operand("ID", .atMostOne),
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
    operand: Operand("PAGE", .oneOrMore),
    options: [.json],
    invocation: { .docs(Invocation.Docs($0)) }
  )
}
