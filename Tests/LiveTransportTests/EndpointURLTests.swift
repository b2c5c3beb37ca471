// SPDX-License-Identifier: Apache-2.0
// Endpoints on this machine in every spelling of its number, and hosts that no request can name.

import Testing

@testable import LiveTransport

@Suite struct EndpointURLTests {
  @Test(arguments: [
    "[::1]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "127.8.9.1", "LOCALHOST",
  ])
  func `a token may go unencrypted to this machine`(host: String) throws {
    #expect(try EndpointURL("http://\(host):80").isLoopback)
  }

  @Test(arguments: ["[::2]", "[::ffff:10.0.0.1]", "128.0.0.1", "localhost.example.com", "::1"])
  func `and to no other`(host: String) {
    #expect((try? EndpointURL("http://\(host):80").isLoopback) != true)
  }

  @Test(arguments: ["bücher.example", "a%20b"])
  func `a host that no request can name is refused with what to write`(host: String) {
    let fault = #expect(throws: EndpointURL.Fault.self) { try EndpointURL("https://\(host)") }
    #expect(fault?.remedy.contains("xn--") == true)
  }
}
