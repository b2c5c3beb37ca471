// SPDX-License-Identifier: Apache-2.0
// Who is asked: the mock inside the program, or the endpoint that a person named.

import CommandLineArguments
import Conformance
import Contract
import EmbeddedTarget
import LiveTransport
import MockRegistry

/// A target that is ready to be asked.
struct AskedTarget {
  let mode: Report.Mode
  let facts: TargetFacts
  let transport: any Transport
  /// Texts that no answer may repeat.
  let secrets: [String]
  /// What a report has to tell before anything else.
  let notices: [String]

  init(_ options: Invocation.Run, environment: [String: String]) throws(Target.Problems) {
    let file = options.targetFile.map(TargetFile.init(path:))
    let route = Route(
      caFile: options.caFile, isInsecure: options.insecure, environment: environment)
    let flags = Target.Flags(
      endpoint: options.endpoint, allowPlaintext: options.allowPlaintext, route: route)
    guard Target.isNamed(file, environment: environment, flags) else {
      self.init(MockRegistry(MockRegistry.Configuration(options)))
      return
    }
    if options.bendsMock {
      throw Target.Problems([
        Target.Problem(
          "--fault, --variant, --quirk and --churn bend the embedded mock, and SWR_ENDPOINT names a target",
          remedy: "unset SWR_ENDPOINT, or leave them out")
      ])
    }
    let target = try Target.load(file, environment: environment, flags)
    route.take()
    var limits = URLSessionTransport.Limits()
    limits.patience = options.timeout
    limits.connections = options.concurrency
    self.init(
      mode: .live, facts: target.facts,
      transport: URLSessionTransport(target: target, limits: limits),
      secrets: [target.token].compactMap { $0 }, notices: route.notices)
  }

  private init(_ registry: MockRegistry) {
    self.init(
      mode: .embedded, facts: TargetFacts(of: registry), transport: EmbeddedTransport(registry),
      secrets: [registry.facts["token"]].compactMap { $0 })
  }

  private init(
    mode: Report.Mode, facts: TargetFacts, transport: any Transport, secrets: [String],
    notices: [String] = []
  ) {
    self.mode = mode
    self.facts = facts
    self.transport = transport
    self.secrets = secrets
    self.notices = notices
  }

  /// The mock may be sent anything; a live target only what its owner allowed.
  func plan(for operations: [Contract.Operation], _ options: Invocation.Run) -> Plan {
    let isUnsafeAllowed = options.allowUnsafeMethods || mode == .embedded
    return Plan(
      for: operations, against: facts,
      selection: Selection(options.selection, allowsUnsafeMethods: isUnsafeAllowed))
  }
}

extension Invocation.Run {
  fileprivate var bendsMock: Bool {
    fault != nil || !variants.isEmpty || !quirks.isEmpty || churn != nil
  }
}

extension MockRegistry.Configuration {
  fileprivate init(_ options: Invocation.Run) {
    self.init(
      seed: options.seed ?? 1, fault: options.fault.flatMap(Fault.named),
      variants: options.variants.compactMap(Variant.named),
      stances: options.quirks.compactMap(Stance.named), churn: options.churn)
  }

  init(_ options: Invocation.Mock) {
    self.init(
      rows: options.rows, seed: options.seed ?? 1, fault: options.fault.flatMap(Fault.named),
      variants: options.variants.compactMap(Variant.named),
      stances: options.quirks.compactMap(Stance.named), churn: options.churn)
  }
}
