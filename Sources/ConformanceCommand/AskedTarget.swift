// SPDX-License-Identifier: Apache-2.0
// Who is asked: the mock inside the program, or the endpoint that a person named.

import CommandLineArguments
import Conformance
import Contract
import LiveTransport
import Wire

/// A target that is ready to be asked.
struct AskedTarget {
  let mode: Report.Mode
  var facts: TargetFacts
  let transport: PoliteTransport
  /// The way to a live endpoint, without manners.
  private let door: CurlTransport?
  /// How long answers may take, as the target says; what was typed wins.
  private let budgets: TimeBudgets
  /// Where each fact, and what lets us in, came from; empty for the embedded mock.
  var origins: [String: String]
  /// What a report has to tell before anything else, one sentence each.
  var notices: [String]

  /// - Parameter repeats: How often a request is sent again that came at a bad moment.
  init(
    _ options: Invocation.Run, of suite: ConformanceSuite, environment: [String: String],
    repeats: Int = PoliteTransport.Manners().repeats
  ) throws(Target.Problems) {
    let profile = suite.profile
    let variable = profile.variable(of: "endpoint")
    guard Self.isLive(options, profile, environment: environment) else {
      if let idle = options.routeOptions.first {
        throw Target.Problems(
          "\(idle) is for an endpoint, and the embedded mock has none",
          remedy: "leave it out, or name one with --endpoint or --target")
      }
      try Self.forbidSilentMock(isAsked: options.isMock, of: suite, environment: environment)
      guard let mock = suite.mock else {
        throw Target.Problems(
          "no endpoint is named", remedy: "use --endpoint URL, \(variable) or --target FILE.json")
      }
      self.init(mock, options, repeats)
      return
    }
    if options.bendsMock {
      throw Target.Problems(
        "--fault, --variant, --quirk and --churn bend the embedded mock, and \(variable) names a target",
        remedy: "unset \(variable), or leave them out")
    }
    var target = try Target.load(
      options.targetFile.map(TargetFile.init(path:)), of: profile, environment: environment,
      options.flags)
    var limits = CurlTransport.Limits()
    limits.patience = options.timeout
    limits.connections = options.concurrency
    target.facts.reproduction.trace = try options.trace(in: environment)
    let trace = target.facts.reproduction.trace.map { "requests belong to the trace \($0.traceID)" }
    let transport = try CurlTransport(target: target, limits: limits)
    var facts = target.facts
    let words = options.askingWords
    let namesTarget = ["--endpoint", "--target"].contains(where: words.contains)
    facts.reproduction.options = words + (namesTarget ? [] : facts.reproduction.options)
    self.init(
      mode: .live, facts: facts,
      transport: PoliteTransport(transport, manners: .init(options, repeats)), door: transport,
      budgets: target.budgets, notices: target.route.notices + (trace.map { [$0] } ?? []),
      origins: target.origins)
  }

  /// The same target for a run that is stopped already: nobody lets us in, and nobody is asked.
  init(
    unasked options: Invocation.Run, of suite: ConformanceSuite, environment: [String: String]
  ) throws(Target.Problems) {
    let profile = suite.profile
    guard Self.isLive(options, profile, environment: environment) else {
      try self.init(options, of: suite, environment: environment)
      return
    }
    var environment = environment
    let variable = profile.variable(of: "endpoint")
    environment[variable] = options.endpoint ?? environment[variable]
    let said = try Target.facts(
      options.targetFile.map(TargetFile.init(path:)), of: profile, environment: environment)
    self.init(
      mode: .live,
      facts: TargetFacts(of: profile, endpoint: said.endpoint ?? "", values: said.values),
      transport: PoliteTransport(Nobody(), manners: .init(options)))
  }

  /// Whether a person named an endpoint; nothing is read or run to find out.
  static func isLive(
    _ options: Invocation.Run, _ profile: Profile, environment: [String: String]
  ) -> Bool {
    !options.isMock
      && (options.targetFile != nil
        || Target.isNamed(nil, of: profile, environment: environment, options.flags))
  }

  /// The mock is not judged in place of an endpoint that somebody meant to name.
  static func forbidSilentMock(
    isAsked: Bool, of suite: ConformanceSuite, environment: [String: String]
  ) throws(Target.Problems) {
    guard !isAsked else { return }
    let problem = Target.problem(
      ofNoEndpointIn: environment, of: suite.profile,
      remedy: suite.mock == nil
        ? "or use --endpoint URL" : "or judge the embedded mock with run --mock")
    if let problem { throw Target.Problems([problem]) }
  }

  private init(_ mock: EmbeddedMock, _ options: Invocation.Run, _ repeats: Int) {
    var (facts, transport) = mock.target(EmbeddedMock.Wishes(options))
    facts.profile.nonce = options.nonce
    facts.reproduction.options += options.contract.map { ["--contract", $0] } ?? []
    self.init(
      mode: .embedded, facts: facts,
      transport: PoliteTransport(transport, manners: .init(options, repeats)))
  }

  private init(
    mode: Report.Mode, facts: TargetFacts, transport: PoliteTransport,
    door: CurlTransport? = nil, budgets: TimeBudgets = TimeBudgets(), notices: [String] = [],
    origins: [String: String] = [:]
  ) {
    self.mode = mode
    self.facts = facts
    self.transport = transport
    self.door = door
    self.budgets = budgets
    self.notices = notices
    self.origins = origins
  }

  /// Waits until an endpoint that is still starting answers, or the time is up.
  ///
  /// What is sent for that is no request of the run, and is not counted.
  func wait(within patience: Duration, of suite: ConformanceSuite, _ terminal: Terminal) async {
    guard let door else { return }
    let plain = suite.operations.first { operation in
      operation.parameters.compactMap(\.fact).allSatisfy { facts[$0] != nil }
    }
    let target = plain.flatMap { operation in
      suite.plan(against: facts, selection: Selection(only: [operation.id]))
        .baselineRequest(of: operation.id)?.target
    }
    await door.wait(for: HTTPRequest(target: target ?? "/"), within: patience) {
      terminal.complain("waiting for \(facts.endpoint): \($0)")
    }
  }

  func plan(for suite: ConformanceSuite, _ options: Invocation.Run) -> Plan {
    suite.plan(against: facts, selection: selection(options))
  }

  /// The mock may be sent anything; a live target only what its owner allowed.
  func selection(_ options: Invocation.Run) -> Selection {
    var selection = Selection(
      options.selection, of: facts.profile,
      allowsUnsafeMethods: options.allowUnsafeMethods || mode == .embedded)
    selection.budgets = selection.budgets.completed(by: budgets)
    return selection
  }
}

/// The other end of a run that is stopped before anybody is asked.
private struct Nobody: Transport {
  func send(
    _ request: HTTPRequest, as credential: Credential
  ) async throws(TransportFailure) -> HTTPResponse {
    throw TransportFailure(.givenUp, "the run was interrupted")
  }
}

extension Invocation.Run {
  /// The flags where clients bring their own credentials.
  var flagsOfOthers: Target.Flags {
    var flags = flags
    flags.relaysOthers = true
    return flags
  }

  fileprivate var flags: Target.Flags {
    var route = NetworkRoute.Wishes()
    route.caFile = caFile
    route.isInsecure = insecure
    route.certificate = certificate
    route.key = key
    route.addresses = addresses
    route.connectTimeout = connectTimeout
    route.isHTTP1 = isHTTP1
    return Target.Flags(endpoint: endpoint, allowPlaintext: allowPlaintext, route: route)
  }

  /// The trace that requests are to belong to: that of who started the program, or a new one.
  fileprivate func trace(
    in environment: [String: String]
  ) throws(Target.Problems) -> TraceContext? {
    guard tellsTrace else { return nil }
    let variable = TraceContext.field.uppercased()
    guard let parent = environment[variable] else { return TraceContext() }
    guard let trace = TraceContext(parent: parent) else {
      throw Target.Problems(
        "\(variable) is no traceparent of W3C Trace Context",
        remedy: "unset it, or write 00-TRACE-SPAN-01 with 32 and 16 hexadecimal digits")
    }
    return trace
  }

  fileprivate var bendsMock: Bool {
    fault != nil || !variants.isEmpty || !quirks.isEmpty || churn != nil
  }
}

extension PoliteTransport.Manners {
  fileprivate init(_ options: Invocation.Run, _ repeats: Int = Self().repeats) {
    self.init(rate: options.rate, most: options.maxRequests)
    self.repeats = repeats
    spent = options.spentRequests
  }
}

extension EmbeddedMock.Wishes {
  fileprivate init(_ options: Invocation.Run) {
    self.init(
      seed: options.seed ?? 1, fault: options.fault, variants: options.variants,
      quirks: options.quirks, churn: options.churn)
  }
}
