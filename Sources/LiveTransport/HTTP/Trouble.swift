// SPDX-License-Identifier: Apache-2.0
// What Foundation says of a failed exchange, put into our kinds and into a sentence that helps.

import Conformance
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A failed exchange as URLSession reports it.
///
/// On Linux most codes are `unknown` and only libcurl's sentence tells them apart, so the code is
/// asked first, then how far the answer had come, and the sentence last.
struct Trouble {
  private var code: URLError.Code
  private var sentence: String
  private var head: Head?
  private var received: Int

  init(_ error: any Error, head: Head?, received: Int) {
    code = (error as? URLError)?.code ?? .unknown
    sentence = error.localizedDescription
    self.head = head
    self.received = received
  }

  func failure(at authority: String, through proxy: Proxy?) -> TransportFailure {
    let failed = proxy.flatMap { TransportFailure.proxy($0, sentence, before: authority) }
    return failed ?? failure(at: authority)
  }

  private func failure(at authority: String) -> TransportFailure {
    switch kind {
    case .unknownHost: .unknownHost(authority)
    case .refused: .refused(authority)
    case .closed: .closed(authority)
    case .truncated: .truncated(authority, after: received, of: head?.length)
    case .timedOut: .timedOut(authority, after: nil)
    case .tls: TLSFault(sentence: sentence)?.failure(at: authority) ?? .tls(authority, sentence)
    case .tooLarge, .proxy, .givenUp, .notRecorded, .unauthorized, .other:
      .other(authority, sentence)
    }
  }

  private var kind: TransportFailure.Kind {
    switch code {
    case .cannotFindHost, .dnsLookupFailed: .unknownHost
    case .cannotConnectToHost: .refused
    case .timedOut: .timedOut
    case .networkConnectionLost: head == nil ? .closed : .truncated
    case .badServerResponse where head == nil: .closed
    case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
      .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid, .clientCertificateRejected:
      .tls
    default: kindOfSentence
    }
  }

  private var kindOfSentence: TransportFailure.Kind {
    if sentence.hasPrefix("transfer closed") { return .truncated }
    let speaksOfTLS = ["SSL", "TLS", "certificate"].contains { sentence.contains($0) }
    return head == nil && speaksOfTLS ? .tls : .other
  }
}
