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
  /// Which environment variables the command reads.
  var reads = Reads.nothing
  var invocation: @Sendable (Values) -> Invocation

  /// Which environment variables a command reads.
  enum Reads: Sendable {
    case nothing
    /// Everything that speaks of a target.
    case target
    /// What a recording of another program does not say.
    case facts
  }

  func environment(_ vocabulary: Vocabulary) -> [Vocabulary.Variable] {
    switch reads {
    case .nothing: []
    case .target:
      vocabulary.variables + [
        .init("HTTPS_PROXY, NO_PROXY", "the proxy, and the hosts that need none")
      ]
    case .facts:
      vocabulary.variables.dropFirst().prefix(1).map {
        .init($0.names, "keys of the target file, for a recording of another program")
      }
    }
  }

  func option(_ name: String) -> Option? { options.first { $0.name == name } }
}

extension Command {
  /// The first one is meant when none is named.
  static let all: [Command] = [
    run, discover, judge, proxy, infer, request, replay, diff, compare, merge, matrix, bundle,
    verify, mock, list,
    explain, quirks, selftest, docs, export, completion,
  ]

  /// Those that a program with or without a mock has.
  static func all(_ vocabulary: Vocabulary) -> [Command] {
    all.filter { vocabulary.hasMock || !["mock", "selftest"].contains($0.name) }
  }

  /// How a live endpoint is reached.
  static let route: [Option] = [
    .caFile, .insecure, .certificate, .key, .resolve, .connectTimeout, .http1,
    .traceparent,
  ]

  /// What says who is asked, and how the mock is bent.
  static let asking: [Option] =
    [
      .mock, .endpoint, .target, .contract, .seed, .fault, .variant, .quirk, .churn, .timeout,
      .allowPlaintext, .allowUnsafeMethods,
    ] + route

  private static let infer = Command(
    name: "infer",
    summary: "print what holds in a recording, or at a target, and stands in no spec",
    operand: Operand("FILE.har", .atMostOne),
    options: [.json, .only, .skip, .pages, .concurrency] + asking, reads: .target,
    invocation: { .infer(Invocation.Infer($0)) })

  private static let request = Command(
    name: "request", summary: "send one request in the target's name, and print the whole answer",
    operand: Operand("REQUEST", .oneOrMore, offered: .operation),
    options: [.credential, .method] + asking, reads: .target,
    invocation: { .request(Invocation.Request($0)) })

  private static let replay = Command(
    name: "replay",
    summary: "ask again for a finding of a JSON report: fixed, still there, or flaky",
    operand: Operand("FINDING REPORT.json", .two), options: asking + [.pages, .budget],
    reads: .target, invocation: { .replay(Invocation.Replay($0)) })

  static let run = Command(
    name: "run",
    summary: "judge the embedded mock, or the endpoint that is named",
    options: [
      .mock, .endpoint, .target, .targets, .parallel, .shard, .discover, .contract, .only, .skip,
      .claim, .thorough, .pages, .strict, .allowEmpty, .allowSkipped, .set, .report, .baseline,
      .writeBaseline, .pruneBaseline, .record, .concurrency,
      .rate,
      .maxRequests, .budget,
      .timeout, .waitFor, .seed, .fault, .variant, .quirk, .churn, .nonce, .quiet, .verbose,
      .coverage, .minCoverage, .against, .sourceRoot, .color, .allowPlaintext, .allowUnsafeMethods,
    ] + route,
    reads: .target,
    invocation: { .run(Invocation.Run($0)) }
  )

  private static let discover = Command(
    name: "discover",
    summary: "find out what can be judged there, and write a target file",
    options: [
      .endpoint, .target, .output, .force, .rate, .maxRequests, .timeout, .waitFor, .allowPlaintext,
    ] + route,
    reads: .target,
    invocation: { .discover(Invocation.Discover($0)) }
  )

  private static let judge = Command(
    name: "judge",
    summary: "judge a recording, with no network",
    operand: Operand("FILE.har", .one),
    options: [
      .target, .contract, .only, .skip, .claim, .budget, .strict, .allowEmpty, .allowSkipped,
      .set, .report, .quiet,
      .verbose, .coverage, .minCoverage, .against, .sourceRoot, .color,
    ],
    reads: .facts,
    invocation: { .judge(Invocation.Judge($0)) }
  )

  private static let proxy = Command(
    name: "proxy",
    summary: "stand between a client and its endpoint, and judge what passes until it is stopped",
    options: [
      .endpoint, .target, .port, .readyFile, .output, .contract, .only, .skip, .claim, .budget,
      .strict, .allowEmpty, .allowSkipped, .report, .record, .jsonLines, .quiet, .verbose, .against,
      .sourceRoot, .color, .timeout, .allowPlaintext, .caFile, .insecure, .certificate, .key,
      .resolve, .connectTimeout,
    ],
    reads: .target,
    invocation: { .proxy(Invocation.Proxy($0)) }
  )

  private static let diff = Command(
    name: "diff", summary: "say what became of each case between two JSON reports",
    operand: Operand("OLD.json NEW.json", .twoOrMore), options: [.trend, .json, .markdown],
    invocation: { .diff(Invocation.Diff($0)) })

  static let compare = Command(
    name: "compare",
    summary: "say where two servers, recordings or reports differ, and whether it matters",
    operand: Operand("A B", .two, offered: .mock, takesFiles: true),
    options: [
      .json, .markdown, .contract, .only, .skip, .claim, .thorough, .pages, .strict, .allowEmpty,
      .allowSkipped, .concurrency, .rate, .maxRequests, .budget, .timeout, .waitFor,
      .allowPlaintext, .allowUnsafeMethods,
    ] + route,
    reads: .target,
    invocation: { .compare(Invocation.Compare($0)) }
  )

  private static let mock = Command(
    name: "mock",
    summary: "serve the mock registry on loopback",
    options: [
      .port, .mockRows, .fault, .variant, .quirk, .churn, .disturbance, .seed, .printEnvironment,
      .authentication, .output, .readyFile, .listFaults, .json,
    ],
    invocation: { .mock(Invocation.Mock($0)) }
  )

  private static let list = Command(
    name: "list",
    summary: "print the plan: every case and the requests it needs",
    options: [
      .json, .assumedRows, .mock, .only, .skip, .claim, .thorough, .allowUnsafeMethods, .target,
    ],
    invocation: { .list(Invocation.List($0)) }
  )

  private static let explain = Command(
    name: "explain", summary: "say what a rule holds, who promises it, and how to see it broken",
    operand: Operand("RULE", .one, offered: .rule), options: [],
    invocation: { .explain($0.operands[0]) })

  private static let quirks = Command(
    name: "quirks", summary: "print where the documentation contradicts itself",
    operand: Operand("ID", .atMostOne, offered: .ledger), options: [.json, .quirkReport],
    invocation: { .quirks(Invocation.Quirks($0)) })

  private static let selftest = Command(
    name: "selftest",
    summary: "let the mock make every mistake it knows and see which case catches it",
    options: [.json, .seed], invocation: { .selftest(Invocation.SelfTest($0)) })

  private static let docs = Command(
    name: "docs", summary: "read documentation pages and compare them with the specs",
    operand: Operand("PAGE", .oneOrMore), options: [.json],
    invocation: { .docs(Invocation.Docs($0)) })

  private static let completion = Command(
    name: "complete", summary: "print what completes these words in bash, zsh or fish",
    operand: Operand("SHELL", .one, theme: .shell), options: [],
    invocation: { .completion(Completion.Shell(rawValue: $0.operands[0])!) })

  private static let export = Command(
    name: "export",
    summary: "print the specs for other tools, as contract, openapi, Swift tests or set",
    operand: Operand("FORM", .one, theme: .form), options: [.output],
    invocation: { .export(Invocation.Export($0)) })
}
