// SPDX-License-Identifier: Apache-2.0
// Waiting for an endpoint that is still starting, before anything of it is judged.

import Conformance
public import Wire

extension CurlTransport {
  /// Sends a request until the endpoint answers it, or the time is up.
  ///
  /// An endpoint that refuses connections, ends them without an answer, or answers 502, 503 or 504 is
  /// taken to be starting. Any other answer and any other failure, such as one of TLS, ends the
  /// waiting: it will not go away.
  ///
  /// - Parameters:
  ///   - pause: Between two tries.
  ///   - tell: Is told once why there is something to wait for.
  public func wait(
    for request: HTTPRequest, within patience: Duration, pause: Duration = .milliseconds(250),
    tell: (String) -> Void
  ) async {
    let end = ContinuousClock.now + patience
    var isTold = false
    while let reason = await absence(asking: request) {
      if !isTold { tell(reason) }
      isTold = true
      guard ContinuousClock.now + pause < end else { return }
      do { try await Task.sleep(for: pause) } catch { return }
    }
  }

  /// Why the endpoint does not answer yet; nil if it does, or never will.
  private func absence(asking request: HTTPRequest) async -> String? {
    do throws(TransportFailure) {
      let answer = try await exchange(request, showing: await admission.held)
      return [502, 503, 504].contains(answer.status)
        ? "\(authority) answers with status \(answer.status)" : nil
    } catch {
      return error.mayPass ? error.description : nil
    }
  }
}

extension TransportFailure {
  /// Whether an endpoint that is starting fails so.
  fileprivate var mayPass: Bool {
    [.unknownHost, .refused, .unreachable, .closed, .truncated, .timedOut].contains(kind)
  }
}
