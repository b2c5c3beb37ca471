// SPDX-License-Identifier: Apache-2.0
// Why two sides agree on no TLS, told apart by what libcurl, OpenSSL and web servers say of it.

import Conformance
import Wire

/// A cause for which there is a better remedy than to look at the certificate.
enum TLSFault: CaseIterable {
  case unknownAuthority, expired, notYetValid, otherHost, noTLS, clientCertificate, onlyTLS

  /// Recognizes libcurl's sentence.
  init?(sentence: String) {
    guard let cause = Self.allCases.first(where: { $0.marks.contains(where: sentence.contains) })
    else { return nil }
    self = cause
  }

  /// Recognizes the page with which a web server answers what it cannot take on this port.
  init?(_ response: HTTPResponse) {
    guard response.status.code == 400, response.body.count < 4096 else { return nil }
    let page = String(decoding: response.body, as: UTF8.self)
    if page.contains("No required SSL certificate was sent") {
      self = .clientCertificate
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

  private var marks: [String] {
    switch self {
    case .unknownAuthority:
      [
        "unable to get local issuer certificate", "unable to get issuer certificate",
        "self-signed certificate", "self signed certificate",
        "server certificate verification failed",
      ]
    case .expired: ["certificate has expired", "expiration date has passed"]
    case .notYetValid: ["certificate is not yet valid", "activation date is in the future"]
    case .otherHost:
      ["no alternative certificate subject name matches", "does not match target host name"]
    case .noTLS: ["wrong version number", "packet length too long", "http request"]
    case .clientCertificate: ["certificate required"]
    case .onlyTLS: []
    }
  }

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
      "\(authority) demands a client certificate, which URLSession on Linux cannot send; "
        + "ask its owner for a way in that needs none"
    case .onlyTLS: "\(authority) speaks TLS on this port; write https://"
    }
  }
}
