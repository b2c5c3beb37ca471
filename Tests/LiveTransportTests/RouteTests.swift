// SPDX-License-Identifier: Apache-2.0
// The way to an endpoint: what is refused before it is taken, and what is said where it ends.

import Conformance
import Foundation
import Testing

@testable import LiveTransport

struct RouteTests {
  #if os(Linux)
    @Test func `what Foundation tells libcurl comes by here`() {
      #expect(Curl.isWithinReach, "Package.swift has to export curl_easy_setopt")
    }
  #endif

  @Test(
    arguments: [
      (nil, "cannot be read: there is no such file; check the path behind --ca-file"),
      ("-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----", Self.noCertificate),
      ("-----BEGIN CERTIFICATE-----\nnot Base64\n-----END CERTIFICATE-----", Self.noCertificate),
      ("Bag Attributes\n-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n", nil),
    ] as [(String?, String?)])
  func `a CA file is looked into first`(text: String?, problem: String?) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).pem")
    defer { try? FileManager.default.removeItem(at: file) }
    try text.map { try Data($0.utf8).write(to: file) }
    let told = CertificateFile(path: file.path).problem?.description
    #expect(told == problem.map { "\(file.path) \($0)" })
  }

  private static let noCertificate = """
    holds no certificate in PEM form; \
    convert one with openssl x509 -inform der -in FILE -out FILE.pem
    """

  @Test func `its problems are told with those of the target`() {
    let route = NetworkRoute(
      caFile: "no/such.pem", isInsecure: false, environment: ["https_proxy": "http://a b@h"])
    let told = #expect(throws: Target.Problems.self) {
      try Target.load(
        nil, environment: ["SWR_TOKEN": "t", "SWR_PROJECT_ID": "p"], .init(route: route))
    }
    #expect(
      told?.description == """
        no endpoint is given; use --endpoint URL, SWR_ENDPOINT or the file's key endpoint
        no/such.pem cannot be read: there is no such file; check the path behind --ca-file
        https_proxy is no URL of a proxy; write it as http://HOST:PORT, a password in it \
        percent-encoded
        """)
  }

  @Test func `only a way on which nobody is verified is told in reports`() {
    #expect(NetworkRoute().notices == [])
    let notices = NetworkRoute(caFile: nil, isInsecure: true, environment: [:]).notices
    #expect(notices.count == 1 && notices[0].contains("were not verified (--insecure)"))
  }

  @Test(
    arguments: [
      ("https://h", ["HTTPS_PROXY": "http://p:3128"], "http://p:3128"),
      ("https://h", ["HTTPS_PROXY": "http://a", "https_proxy": "http://b:1"], "http://b:1"),
      ("https://h", ["https_proxy": "", "ALL_PROXY": "socks5h://me:pw@p"], "socks5h://p:1080"),
      ("https://h", ["HTTPS_PROXY": "p:8080"], "http://p:8080"),
      ("http://h", ["http_proxy": "https://me@p"], "https://p:443"),
      ("http://h", ["HTTP_PROXY": "http://p", "HTTPS_PROXY": "http://p"], nil),
      ("https://h", ["http_proxy": "http://p"], nil),
    ] as [(String, [String: String], String?)])
  func `a proxy is found where libcurl finds it`(
    endpoint: String, environment: [String: String], name: String?
  ) {
    #expect(Proxy(for: endpoint, in: environment)?.name == name)
  }

  @Test(arguments: ["ftp://h", "http://", "http://h:99999", "http://me:p@ss w@h", "::"])
  func `a variable that names no proxy is told without its value`(value: String) {
    let problems = Proxy.problems(in: ["ALL_PROXY": value, "NO_PROXY": value, "https_proxy": ""])
    #expect(problems.map(\.what) == ["ALL_PROXY is no URL of a proxy"])
  }

  @Test(
    arguments: [
      (
        "CONNECT tunnel failed, response 407",
        """
        does not let in the user that HTTPS_PROXY names (407); \
        check the user and the password there
        """
      ),
      (
        "Received HTTP code 503 from proxy after CONNECT",
        """
        does not lead to h:443 (status 503); have it allowed there, or name the host in NO_PROXY
        """
      ),
      ("Could not resolve proxy: p", "is no known host; check HTTPS_PROXY"),
      (
        "Failed to connect to p port 1 after 0 ms: Couldn't connect to server",
        "refused the connection; check that it runs, and HTTPS_PROXY"
      ),
      ("Proxy CONNECT aborted", "lets nothing through; try it with curl, and check its log"),
      ("Failed to connect to h port 443 after 0 ms: Couldn't connect to server", nil),
    ] as [(String, String?)])
  func `a proxy that fails is named without its password`(sentence: String, told: String?) throws {
    let proxy = try #require(Proxy(for: "https://h", in: ["HTTPS_PROXY": "http://me:pw@p:1"]))
    let failure = TransportFailure.proxy(proxy, sentence, before: "h:443")
    #expect(failure?.description == told.map { "the proxy http://p:1 \($0)" })
  }

  @Test(
    arguments: [
      ("SSL certificate problem: self-signed certificate", TLSFault.unknownAuthority),
      ("SSL certificate problem: unable to get local issuer certificate", .unknownAuthority),
      ("SSL certificate problem: certificate has expired", .expired),
      ("SSL certificate problem: certificate is not yet valid", .notYetValid),
      (
        "SSL: no alternative certificate subject name matches target host name 'localhost'",
        .otherHost
      ),
      ("OpenSSL/3.0.19: error:0A00010B:SSL routines::wrong version number", .noTLS),
      ("error:0A00045C:SSL routines::tlsv13 alert certificate required", .clientCertificate),
      ("error:0A000438:SSL routines::tlsv1 alert internal error", nil),
    ] as [(String, TLSFault?)])
  func `causes of no TLS are told apart`(sentence: String, fault: TLSFault?) {
    #expect(TLSFault(sentence: sentence) == fault)
  }
}
