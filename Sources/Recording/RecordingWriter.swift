// SPDX-License-Identifier: Apache-2.0
// Writes a run as a HAR 1.2 file while it goes on, one entry for each exchange, and keeps none.

public import Conformance
public import Contract
public import Files
import Synchronization
import Wire

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A recording that is being written; any reader of HAR 1.2 takes the file.
///
/// The order of the entries is that of the answers' coming. What is ours begins with an underscore.
public final class RecordingWriter: Sendable {
  public let path: String
  private let form: HARForm
  private let output: Mutex<Output>

  /// What is written to, or why nothing can be written any more.
  private struct Output: ~Copyable {
    var file: OutputFile?
    var failure: FileProblem?
    var isEmpty = true

    mutating func append(_ bytes: [UInt8]) {
      do throws(FileProblem) {
        try file?.append(bytes)
      } catch {
        fail(error)
      }
    }

    mutating func fail(_ failure: FileProblem) {
      self.failure = failure
      file = nil
    }
  }

  /// - Parameter started: When the run began, from which the times of the exchanges count.
  public convenience init(to place: OutputPlace, started: Date, of profile: Profile) {
    self.init(place.path, started, profile) { () throws(FileProblem) in try place.open() }
  }

  /// Begins a file at a path that nobody has tried before; what is wrong with it is told at the end.
  public convenience init(path: String, started: Date, of profile: Profile) {
    self.init(path, started, profile) { () throws(FileProblem) in try OutputPlace(path).open() }
  }

  private init(
    _ path: String, _ started: Date, _ profile: Profile, open: () throws(FileProblem) -> OutputFile
  ) {
    self.path = path
    form = HARForm(started: started, of: profile)
    output = Mutex(Output())
    output.withLock { output in
      do throws(FileProblem) {
        output.file = try open()
        output.append(form.head)
      } catch {
        output.fail(error)
      }
    }
  }

  /// Writes an exchange down without its secrets, from any thread.
  public func keep(_ exchange: Exchange) { keep { form in form.entry(exchange) } }

  /// Writes down what others said to each other, masked, without the body of the request.
  public func keep(_ passed: PassedExchange, to endpoint: String) {
    let request = Probe.Request(
      method: passed.shown.method, target: passed.shown.target, credential: .own)
    let exchange = Exchange(
      request: request, endpoint: endpoint, result: passed.result, seconds: passed.seconds,
      start: passed.start - form.started.timeIntervalSince1970)
    let sender = HARForm.Sender(fields: passed.shown.headers.fields, caller: passed.caller)
    keep { form in form.entry(exchange, of: sender) }
  }

  private func keep(_ write: (HARForm) -> [UInt8]) {
    guard output.withLock({ $0.failure == nil }) else { return }
    let entry = write(form)
    output.withLock { output in
      output.append((output.isEmpty ? [0x0A] : [0x2C, 0x0A]) + entry)
      output.isEmpty = false
    }
  }

  /// Ends the file and puts it into its place.
  ///
  /// - Parameter run: Nil where others asked.
  /// - Returns: Why there is no file; nil if there is one.
  public func finish(_ run: RecordedRun?) -> String? {
    output.withLock { output in
      output.append(form.tail(run))
      do throws(FileProblem) {
        try output.file?.putInPlace()
      } catch {
        output.fail(error)
      }
      output.file = nil
      return output.failure?.description
    }
  }

  /// Leaves nothing behind.
  public func discard() { output.withLock { $0.file = nil } }
}
