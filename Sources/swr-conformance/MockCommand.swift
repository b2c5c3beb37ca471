// SPDX-License-Identifier: Apache-2.0
// `mock`: serves the registry on loopback until it is told to stop.

import CommandLineArguments
import Conformance
import Dispatch
import Foundation
import MockRegistry
import Reporting

extension Program {
  /// Serves the mock, or lists what it can do wrong.
  func serve(_ options: Invocation.Mock) async -> ExitCode {
    guard !options.listFaults else {
      terminal.write(MockCatalog.text(json: options.json))
      return .kept
    }
    let registry = MockRegistry(MockRegistry.Configuration(options))
    do throws(LoopbackServer.Failure) {
      let server = try LoopbackServer(port: options.port) { registry.answer($0) }
      announce(server, registry, options)
      await Self.interruption()
      server.stop()
      return .kept
    } catch {
      terminal.complain("\(error)")
      return .usage
    }
  }

  private func announce(
    _ server: LoopbackServer, _ registry: MockRegistry, _ options: Invocation.Mock
  ) {
    if options.printEnvironment {
      let facts = registry.facts.entries.map { ($0.key, $0.value) }
      terminal.write(TargetListing.json([("endpoint", server.endpoint)] + facts))
    } else {
      terminal.write("listening on \(server.endpoint)\n")
    }
    if terminal.isWatched { terminal.complain("stop with Ctrl-C") }
  }

  /// Returns when the process is asked to end by Ctrl-C or by another process.
  private static func interruption() async {
    await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
      let queue = DispatchQueue(label: "signals")
      var isWaiting = true
      let sources = [SIGINT, SIGTERM].map { number in
        signal(number, SIG_IGN)
        return DispatchSource.makeSignalSource(signal: number, queue: queue)
      }
      for source in sources {
        source.setEventHandler {
          guard isWaiting else { return }
          isWaiting = false
          sources.forEach { $0.cancel() }
          continuation.resume()
        }
        source.resume()
      }
    }
  }
}
