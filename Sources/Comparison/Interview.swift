// SPDX-License-Identifier: Apache-2.0
// A run whose answers are looked at for what no rule speaks of, too.

public import Conformance
import Synchronization

/// One asking of one side, before and while it goes on.
public struct Interview: Sendable {
  /// What can be given up.
  public let run: Run
  private let recorder: Recorder

  /// - Parameter concurrency: How many probes may be under way at once, at least 1.
  public init(_ plan: Plan, over transport: any Transport, concurrency: Int = 1) {
    let recorder = Recorder(Footprint(of: plan))
    self.recorder = recorder
    run = Run(plan, over: transport, concurrency: concurrency) { recorder.see($0) }
  }

  /// Asks everything, and judges it.
  ///
  /// - Parameters:
  ///   - progress: Told after each probe how many of how many are done.
  ///   - exit: What verdicts mean as an exit code.
  public func asking(
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in },
    exit: ([CaseResult]) -> ExitCode = { ExitCode(of: $0) }
  ) async -> Asking {
    let results = await run.results(progress: progress)
    return Asking(results, footprint: recorder.footprint, exit: exit(results))
  }
}

/// Shares a footprint among the threads of a run.
private final class Recorder: Sendable {
  private let state: Mutex<Footprint>

  init(_ footprint: Footprint) { state = Mutex(footprint) }

  func see(_ exchange: Exchange) { state.withLock { $0.see(exchange) } }

  var footprint: Footprint { state.withLock { $0 } }
}
