// SPDX-License-Identifier: Apache-2.0
// Hands what a session hears to the exchange it belongs to, and declines what it offers.

import Foundation
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The delegate of a session; on Linux a task's own delegate would not be called.
final class Switchboard: NSObject, Sendable {
  private let receptions = Mutex<[Int: Reception]>([:])

  func connect(_ reception: Reception, to task: URLSessionTask) {
    receptions.withLock { $0[task.taskIdentifier] = reception }
  }

  private func reception(of task: URLSessionTask) -> Reception? {
    receptions.withLock { $0[task.taskIdentifier] }
  }
}

extension Switchboard: URLSessionDataDelegate {
  func urlSession(
    _ session: URLSession,
    dataTask: URLSessionDataTask,
    didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    if let response = response as? HTTPURLResponse {
      reception(of: dataTask)?.receive(Head(response))
    }
    completionHandler(.allow)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    reception(of: dataTask)?.receive(data, of: dataTask)
  }

  func urlSession(
    _ session: URLSession,
    task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest,
    completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }

  /// Declines to log in; on Linux the answer then arrives whole and ends with `cancelled`, and
  /// without this method a 401 that asks for Basic credentials would never end.
  func urlSession(
    _ session: URLSession,
    task: URLSessionTask,
    didReceive challenge: URLAuthenticationChallenge,
    completionHandler:
      @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
  ) {
    reception(of: task)?.declineToLogIn()
    completionHandler(.rejectProtectionSpace, nil)
  }

  func urlSession(
    _ session: URLSession,
    task: URLSessionTask,
    didCompleteWithError error: (any Error)?
  ) {
    receptions.withLock { $0.removeValue(forKey: task.taskIdentifier) }?.complete(error)
  }
}
