// SPDX-License-Identifier: Apache-2.0
// What libcurl's code and the bytes that came say of a failed exchange, put into our kinds.

import Conformance
import Wire

extension TransferEnd {
  /// Why no whole response came; nil if one did.
  func failure(at authority: String, through proxy: Proxy?, _ order: Transfer.Order)
    -> TransportFailure?
  {
    if isGivenUp {
      return TransportFailure(.givenUp, "the request to \(authority) was given up")
    }
    if arrived.isWhole { return nil }
    return excess(at: authority, order)
      ?? proxy.flatMap { failure(of: $0, before: authority) }
      ?? failure(at: authority, order)
  }

  private func excess(at authority: String, _ order: Transfer.Order) -> TransportFailure? {
    switch arrived.excess {
    case nil: nil
    case .body: .tooLarge(authority, limit: order.mostBytes)
    case .head: .longHead(authority, limit: Arrived.mostHead)
    case .noHTTP: .noHTTP(authority, arrived.body)
    }
  }

  private func failure(at authority: String, _ order: Transfer.Order) -> TransportFailure? {
    if arrived.heads.isEmpty, let fault = TLSFault(self) { return fault.failure(at: authority) }
    return switch code {
    case .ok: unfinished(authority, order)
    case .unknownHost: .unknownHost(authority)
    case .notConnected: .refused(authority)
    case .timedOut where !isConnected: .notConnected(authority, within: order)
    case .timedOut: .timedOut(authority, after: order.patience)
    case .nothingCame, .sendingFailed: .closed(authority, order)
    case .cutBody, .receivingFailed: cut(authority, order)
    case .malformedURL:
      TransportFailure(.other, "\(order.url) is not a URL; check its percent-encoding")
    case .noTLS, .untrusted, .ownCertificate, .wantsCertificate, .authorityFile:
      .tls(authority, reason)
    case .http2, .http2Stream:
      arrived.isHeadWhole ? cut(authority, order) : .noStream(authority, saying: reason)
    // libcurl bears no longer line, and gives up with a code of memory.
    case nil where !arrived.isHeadWhole: .longHead(authority, limit: 100 << 10)
    case .oddAnswer, .unsupportedProtocol, .unknownProxy, .bodyRefused, .proxy, nil:
      .malformed(authority, reason)
    }
  }

  /// An end that libcurl takes for a good one although the head has none.
  private func unfinished(_ authority: String, _ order: Transfer.Order) -> TransportFailure? {
    guard !arrived.isHeadWhole else { return nil }
    return arrived.head.isEmpty
      ? .closed(authority, order) : .cutHead(authority, after: arrived.heads.count)
  }

  /// The connection ended, or its bytes made no sense any more, before the answer was whole.
  private func cut(_ authority: String, _ order: Transfer.Order) -> TransportFailure {
    guard !arrived.head.isEmpty else { return .closed(authority, order) }
    let head = ResponseHead(arrived.head)
    let isChunked = head.fields["Transfer-Encoding"]?.lowercased().contains("chunked") == true
    // Not the connection failed then, but our reading of what came.
    if code == .receivingFailed, systemError == 0, isChunked || !arrived.isHeadWhole {
      return .malformed(authority, reason)
    }
    guard arrived.isHeadWhole else { return .cutHead(authority, after: arrived.heads.count) }
    return .truncated(authority, after: arrived.body.count, of: isChunked ? nil : head.length)
  }
}
