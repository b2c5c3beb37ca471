// SPDX-License-Identifier: Apache-2.0
// The way to an endpoint: what is refused before it is taken, and what is said where it ends.

import Conformance
import Contract
import Foundation
import SWRSpecs
import Testing

@testable import LiveTransport

struct RouteTests {
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
    let told = PEMFile(file.path, "--ca-file").problems(lacking: .certificate).map(\.description)
    #expect(told == (problem.map { ["\(file.path) \($0)"] } ?? []))
  }

  private static let noCertificate = """
    holds no certificate in PEM form; \
    convert one with openssl x509 -inform der -in FILE -out FILE.pem
    """

  @Test func `its problems are told with those of the target`() {
    var route = NetworkRoute.Wishes()
    route.caFile = "no/such.pem"
    route.key = "key.pem"
    route.addresses = ["h:0:127.0.0.1", "h:443:127.0.0.1", "h:443:elsewhere"]
    let told = #expect(throws: Target.Problems.self) {
      try Target.load(
        nil,
        of: .swr,
        environment: [
          "SWR_TOKEN": "t", "SWR_PROJECT_ID": "p", "https_proxy": "http://a b@h",
          "SWR_HTTP_VERSION": "3", "SWR_CONNECT_TIMEOUT": "soon",
        ], .init(route: route))
    }
    #expect(
      told?.description == """
        no endpoint is given; use --endpoint URL, SWR_ENDPOINT or the file's key endpoint
        no/such.pem cannot be read: there is no such file; check the path behind --ca-file
        --key stands alone without a certificate; name it with --cert FILE.pem
        --resolve has h:0:127.0.0.1, which names no address; write HOST:PORT:ADDR, such as \
        registry.example.com:443:127.0.0.1
        --resolve has h:443:elsewhere, which names no address; write HOST:PORT:ADDR, such as \
        registry.example.com:443:127.0.0.1
        SWR_CONNECT_TIMEOUT is no time; give seconds from 0.001 to 86400
        SWR_HTTP_VERSION is no version of HTTP; write 1.1 or 2
        https_proxy is no URL of a proxy; write it as http://HOST:PORT, a password in it \
        percent-encoded
        """)
  }

  @Test func `flags win over the environment, and the environment over the file`() throws {
    let file = TargetFile(
      name: "t.json",
      content: .bytes(
        Array(#"{"resolve": "a:1:127.0.0.1", "connect_timeout": 3, "http_version": 2}"#.utf8)))
    var flags = Target.Flags(endpoint: "https://[::1]:8443")
    flags.route.isHTTP1 = true
    let environment = [
      "SWR_TOKEN": "t", "SWR_PROJECT_ID": "p", "SWR_RESOLVE": "b:1:127.0.0.1 c:2:::1",
    ]
    let target = try Target.load(file, of: .swr, environment: environment, flags)
    #expect(target.facts.endpoint == "https://[::1]:8443")
    #expect(target.route.addresses == ["b:1:127.0.0.1", "c:2:::1"])
    #expect(target.route.connectPatience == .seconds(3))
    #expect(target.route.version == .http1)
  }

  @Test(
    arguments: [
      ("CERT", "holds no private key in PEM form; name it with --key FILE.pem"),
      ("CERT\n-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----", nil),
      (
        "CERT\n-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB\n-----END ENCRYPTED PRIVATE KEY-----",
        "decrypt it with openssl pkey -in FILE -out FILE.pem"
      ),
      ("", "holds no certificate in PEM form"),
    ] as [(String, String?)])
  func `a certificate has to have its key`(text: String, problem: String?) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).pem")
    defer { try? FileManager.default.removeItem(at: file) }
    let certificate = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"
    try Data(text.replacing("CERT", with: certificate).utf8).write(to: file)
    let environment = [
      "SWR_TOKEN": "t", "SWR_PROJECT_ID": "p", "SWR_ENDPOINT": "https://h",
      "SWR_CERT": file.path,
    ]
    let told = Result { try Target.load(nil, of: .swr, environment: environment) }
    switch (told, problem) {
    case (.success(let target), nil): #expect(target.route.certificate?.file == file.path)
    case (.failure(let problems), let words?): #expect("\(problems)".contains(words))
    default: Issue.record("\(told)")
    }
  }

  @Test func `only a way on which nobody is verified is told in reports`() {
    var route = NetworkRoute()
    #expect(route.notices == [])
    route.trust = .anyone
    #expect(route.notices.count == 1)
    #expect(route.notices[0].contains("were not verified (--insecure)"))
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
      ("https://h", ["HTTPS_PROXY": "http://p", "NO_PROXY": "x, h"], nil),
      ("https://a.b.example", ["HTTPS_PROXY": "http://p", "no_proxy": ".B.example"], nil),
      (
        "https://ab.example", ["HTTPS_PROXY": "http://p", "no_proxy": "b.example"], "http://p:1080"
      ),
      ("https://h", ["HTTPS_PROXY": "http://p", "NO_PROXY": "*"], nil),
      ("https://[::1]:8", ["HTTPS_PROXY": "http://p"], nil),
      ("https://127.0.0.9", ["HTTPS_PROXY": "http://p"], nil),
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
}
