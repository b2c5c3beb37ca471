// SPDX-License-Identifier: Apache-2.0
// From the values of options to the options of a command, defaults included.

import Wire

extension Invocation.Selection {
  init(_ values: Values) {
    only = values.all(.only)
    skip = values.all(.skip)
    claim = values[.claim].map { $0.split(separator: ",").map(String.init) }
    thorough = values.has(.thorough)
    pages = values[.pages].flatMap(Option.pages) ?? Self.defaultPages
    budgets = values.all(.budget)
    allowSkipped = values[.allowSkipped].map { $0.split(separator: ",").map(String.init) } ?? []
    set = values[.set]
  }
}

extension Invocation.Run {
  static let defaultConcurrency = 4
  static let defaultTimeout = 30
  static let defaultParallel = 8

  init(_ values: Values) {
    endpoint = values[.endpoint]
    targetFile = values[.target]
    fleet = values[.targets]
    parallel = values.integer(.parallel) ?? Self.defaultParallel
    shard = values[.shard].flatMap(Option.shard)
    contract = values[.contract]
    discovers = values.has(.discover)
    selection = Invocation.Selection(values)
    strict = values.has(.strict)
    allowEmpty = values.has(.allowEmpty)
    isMock = values.has(.mock)
    reports = Self.reports(values.all(.report).map(Invocation.Destination.init))
    baseline = Invocation.BaselineUse(values)
    record = values[.record]
    concurrency = values.integer(.concurrency) ?? Self.defaultConcurrency
    timeout = .seconds(values[.timeout].flatMap(Double.init) ?? Double(Self.defaultTimeout))
    waitFor = values[.waitFor].flatMap(TimeSpan.seconds).map { .seconds($0) }
    rate = values[.rate].flatMap(Option.rate)
    maxRequests = values.integer(.maxRequests)
    seed = values[.seed].flatMap(UInt64.init)
    fault = values[.fault]
    variants = values.all(.variant)
    quirks = values.all(.quirk)
    churn = values.integer(.churn)
    quiet = values.has(.quiet)
    isVerbose = values.has(.verbose)
    against = values[.against]
    minCoverage = values[.minCoverage].flatMap(Option.percent)
    tellsCoverage = values.has(.coverage) || minCoverage != nil
    sourceRoot = values[.sourceRoot]
    color = values[.color].flatMap(Color.init) ?? .auto
    allowPlaintext = values.has(.allowPlaintext)
    caFile = values[.caFile]
    insecure = values.has(.insecure)
    certificate = values[.certificate]
    key = values[.key]
    addresses = values.all(.resolve)
    connectTimeout = values[.connectTimeout].flatMap(Double.init).map { .seconds($0) }
    tellsTrace = values.has(.traceparent)
    isHTTP1 = values.has(.http1)
    allowUnsafeMethods = values.has(.allowUnsafeMethods)
    selectingWords = values.words(of: Command.selecting)
    nonce = values[.nonce]
    askingWords = values.words(of: Command.asking)
  }

  private static func reports(_ asked: [Invocation.Destination]) -> [Invocation.Destination] {
    let isStdoutTaken = asked.contains { $0.path == nil }
    return isStdoutTaken ? asked : [Invocation.Destination(format: "text", path: nil)] + asked
  }
}

extension Invocation.BaselineUse {
  init(_ values: Values) {
    file = values[.baseline]
    newFile = values[.writeBaseline]
    prunes = values.has(.pruneBaseline)
  }
}

extension Invocation.Discover {
  init(_ values: Values) {
    run = Invocation.Run(values)
    output = values[.output]
    force = values.has(.force)
  }
}

extension Invocation.Destination {
  /// Reads `FORMAT=PATH`, whose form has been checked.
  init(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    self.init(format: parts[0], path: parts[1] == "-" ? nil : parts[1])
  }
}

extension Invocation.Judge {
  init(_ values: Values) {
    file = values.operands.first ?? ""
    run = Invocation.Run(values)
  }
}

extension Invocation.Infer {
  init(_ values: Values) {
    run = Invocation.Run(values)
    file = values.operands.first
    json = values.has(.json)
  }
}

extension Invocation.Request {
  init(_ values: Values) {
    run = Invocation.Run(values)
    words = values.operands
    credential = values[.credential]
    method = values[.method]
  }
}

extension Invocation.Replay {
  init(_ values: Values) {
    run = Invocation.Run(values)
    (finding, report) = (values.operands[0], values.operands[1])
  }
}

extension Invocation.Proxy {
  init(_ values: Values) {
    run = Invocation.Run(values)
    port = UInt16(values.integer(.port) ?? Invocation.Mock.defaultPort)
    output = values[.output]
    readyFile = values[.readyFile]
    json = values.has(.jsonLines)
  }
}

extension Invocation.Diff {
  init(_ values: Values) {
    self.init(values.operands, form: Form(values), isTrend: values.has(.trend))
  }
}

extension Invocation.Diff.Form {
  fileprivate init(_ values: Values) {
    self = values.has(.json) ? .json : values.has(.markdown) ? .markdown : .text
  }
}

extension Invocation.Compare {
  init(_ values: Values) {
    (first, second) = (values.operands[0], values.operands[1])
    form = Invocation.Diff.Form(values)
    run = Invocation.Run(values)
  }
}

extension Invocation.Gathering {
  init(_ values: Values) {
    files = values.operands
    reports = values.all(.mergedReport).map(Invocation.Destination.init)
  }
}

extension Invocation.Verify {
  init(_ values: Values) {
    folder = values.operands[0]
    set = values[.set]
    nonce = values[.nonce]
    statement = values[.statement]
    live = values.integer(.live)
    seed = values[.sampleSeed].flatMap(UInt64.init)
    run = Invocation.Run(values)
  }
}

extension Invocation.Bundle {
  init(_ values: Values) {
    folder = values.operands[0]
    statement = values[.statement]
    run = Invocation.Run(values)
  }
}

extension Invocation.Mock {
  static let defaultPort = 8080

  init(_ values: Values) {
    port = UInt16(values.integer(.port) ?? Self.defaultPort)
    rows = values.integer(.mockRows)
    fault = values[.fault]
    variants = values.all(.variant)
    quirks = values.all(.quirk)
    churn = values.integer(.churn)
    disturbances = values.all(.disturbance)
    seed = values[.seed].flatMap(UInt64.init)
    printEnvironment = values.has(.printEnvironment)
    authentication = values[.authentication].flatMap(Authentication.init) ?? .token
    output = values[.output]
    readyFile = values[.readyFile]
    listFaults = values.has(.listFaults)
    json = values.has(.json)
  }
}

extension Invocation.List {
  init(_ values: Values) {
    targetFile = values[.target]
    selection = Invocation.Selection(values)
    rows = values.integer(.assumedRows)
    isMock = values.has(.mock)
    allowUnsafeMethods = values.has(.allowUnsafeMethods)
    json = values.has(.json)
  }
}

extension Invocation.Quirks {
  init(_ values: Values) {
    id = values.operands.first
    report = values[.quirkReport]
    json = values.has(.json)
  }
}

extension Invocation.Docs {
  init(_ values: Values) {
    pages = values.operands
    json = values.has(.json)
  }
}

extension Invocation.SelfTest {
  init(_ values: Values) {
    seed = values[.seed].flatMap(UInt64.init)
    json = values.has(.json)
  }
}

extension Invocation.Export {
  init(_ values: Values) {
    form = values.operands.first.flatMap(Form.init) ?? .contract
    output = values[.output]
  }
}
