// SPDX-License-Identifier: Apache-2.0
// `mock`: serves the registry on loopback until it is told to stop.

import CommandLineArguments
import Conformance
import ConformanceCommand
import Loopback
import MockRegistry
import Reporting

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension ConformanceCommand.MockCommands {
  /// What is done with the mock registry.
  static let registry = Self(
    serve: { await MockService(terminal: $1).serve($0) }, testSelf: { await testSelf($0, $1) })
}

/// The mock as a server.
private struct MockService {
  let terminal: Terminal

  /// Serves the mock, or lists what it can do wrong.
  func serve(_ options: Invocation.Mock) async -> ExitCode {
    guard !options.listFaults else {
      terminal.write(MockCatalog.text(json: options.json))
      return .passed
    }
    let registry = MockRegistry(MockRegistry.Configuration(options))
    do throws(LoopbackServer.Failure) {
      Self.endQuietlyWhenTold()
      let server = try LoopbackServer(port: options.port) { registry.answer($0) }
      guard announce(server, registry, options) else { return .usage }
      await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
      server.stop()
      return .passed
    } catch {
      terminal.complain("\(error)")
      return .usage
    }
  }

  /// Whether everybody who is to know could be told.
  private func announce(
    _ server: LoopbackServer, _ registry: MockRegistry, _ options: Invocation.Mock
  ) -> Bool {
    let text: String
    if options.printEnvironment {
      let authentication =
        MockRegistry.Authentication(rawValue: options.authentication.rawValue) ?? .token
      let facts = registry.facts(for: authentication, endpoint: server.endpoint).entries
      text = TargetListing.json(
        [("endpoint", server.endpoint)] + facts.map { ($0.key, $0.value) })
    } else {
      text = "listening on \(server.endpoint)\n"
    }
    guard terminal.write(text, to: options.output) else { return false }
    if let file = options.readyFile,
      !terminal.write(server.endpoint + "\n", to: file)
    {
      return false
    }
    if terminal.isWatched { terminal.complain("stop with Ctrl-C") }
    return true
  }

  /// Makes Ctrl-C and SIGTERM end the process with code 0, from before anybody learns that it runs.
  ///
  /// Nothing is left to do then: all output is written, and the system closes the connections.
  private static func endQuietlyWhenTold() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in _exit(ExitCode.passed.rawValue) }
    }
  }
}

extension MockRegistry.Configuration {
  fileprivate init(_ options: Invocation.Mock) {
    self.init(
      rows: options.rows, seed: options.seed ?? 1, fault: options.fault.flatMap(Fault.named),
      variants: options.variants.compactMap(Variant.named),
      behaviors: options.quirks.compactMap(QuirkBehavior.named), churn: options.churn,
      interferences: options.disturbances.compactMap(Interference.named))
  }
}
