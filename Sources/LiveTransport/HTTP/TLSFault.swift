// SPDX-License-Identifier: Apache-2.0
// Why two sides agree on no TLS, told apart by numbers, and by the pages of web servers.

import Conformance
import Wire

/// A cause for which there is a better remedy than to look at the certificate.
enum TLSFault: CaseIterable {
  case unknownAuthority, expired, notYetValid, otherHost, noTLS, clientCertificate
  case ownCertificate, onlyTLS

  /// Recognizes what libcurl's code, OpenSSL's verdict on a certificate and the peer's alert say.
  init?(_ end: TransferEnd) {
    switch (end.code, end.verification) {
    case (.ownCertificate, _): self = .ownCertificate
    case (.wantsCertificate, _): self = .clientCertificate
    case (.untrusted, 9): self = .notYetValid
    case (.untrusted, 10): self = .expired
    case (.untrusted, 2), (.untrusted, 18...21): self = .unknownAuthority
    // libcurl itself compares the names, before it keeps OpenSSL's verdict.
    case (.untrusted, 0...1), (.untrusted, 62): self = .otherHost
    default:
      if end.arrived.tls.isForeign == true {
        self = .noTLS
      } else if end.arrived.tls.alert == Self.certificateRequired {
        self = .clientCertificate
      } else {
        return nil
      }
    }
  }

  /// The alert of RFC 8446, 6.2.
  private static let certificateRequired: UInt8 = 116

  /// Recognizes the page with which a web server answers what it cannot take on this port.
  init?(_ response: HTTPResponse) {
    guard response.status.code == 400, response.body.count < 4096 else { return nil }
    let page = String(decoding: response.body, as: UTF8.self)
    if page.contains("No required SSL certificate was sent") {
      self = .clientCertificate
    } else if page.contains("The SSL certificate error") {
      self = .ownCertificate
    } else if Self.pagesOfTLSPorts.contains(where: page.contains) {
      self = .onlyTLS
    } else {
      return nil
    }
  }

  /// What nginx, Go and Apache say.
  private static let pagesOfTLSPorts = [
    "The plain HTTP request was sent to HTTPS port",
    "Client sent an HTTP request to an HTTPS server",
    "speaking plain HTTP to an SSL-enabled server port",
  ]

  func failure(at authority: String) -> TransportFailure {
    TransportFailure(.tls, sentence(about: authority))
  }

  private func sentence(about authority: String) -> String {
    switch self {
    case .unknownAuthority:
      "\(authority) shows a certificate that nobody we trust has signed; "
        + "name the authority's own with --ca-file FILE.pem"
    case .expired:
      "the certificate of \(authority) has expired; have it renewed, and check this machine's clock"
    case .notYetValid:
      "the certificate of \(authority) is not valid yet; check this machine's clock"
    case .otherHost:
      "the certificate of \(authority) is for another host name; "
        + "write the endpoint with the name that stands in it"
    case .noTLS:
      "\(authority) speaks no TLS on this port; write http:// if that is meant, or another port"
    case .clientCertificate:
      "\(authority) demands a client certificate; name one with --cert FILE.pem, "
        + "and its key with --key FILE.pem"
    case .ownCertificate:
      "the certificate behind --cert is not taken by \(authority), or does not go with its key; "
        + "check --cert and --key"
    case .onlyTLS: "\(authority) speaks TLS on this port; write https://"
    }
  }
}
