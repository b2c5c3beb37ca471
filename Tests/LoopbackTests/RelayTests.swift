// SPDX-License-Identifier: Apache-2.0
// Answers that come from elsewhere, over real sockets.

import Dispatch
import Synchronization
import Testing
import Wire

@testable import Loopback

@Suite struct RelayTests {
  @Test func `answers that are made elsewhere come in the order of their requests`() throws {
    let asked = DispatchSemaphore(value: 0)
    let waiting = Mutex<LoopbackServer.Asker?>(nil)
    let server = try LoopbackServer { (asker: LoopbackServer.Asker) in
      // The first client waits until the second one has asked.
      guard asker.request.path != "/first" else {
        waiting.withLock { $0 = asker }
        asked.signal()
        return
      }
      let first = waiting.withLock { held in
        defer { held = nil }
        return held
      }
      first?.answer(HTTPResponse(status: 200, body: Array("one".utf8)))
      let framing: RelayedAnswer.Framing = .chunked(trailers: Array("X-T: 1\r\n".utf8))
      asker.relay(
        RelayedAnswer(
          head: Array("HTTP/1.1 299 Odd\r\nx-A:b\r\n".utf8), body: Array("two".utf8),
          framing: framing))
    }
    let one = try RawClient(port: server.port)
    one.send("GET /first HTTP/1.1\r\nHost: h\r\n\r\nGET /last HTTP/1.1\r\nHost: h\r\n\r\n")
    // Nothing behind the first request is served before it.
    asked.wait()
    let two = try RawClient(port: server.port)
    two.send("GET http://there:80/second HTTP/1.0\r\n\r\n")
    #expect(try two.readToEnd() == "HTTP/1.1 299 Odd\r\nx-A:b\r\nConnection: close\r\n\r\ntwo")
    one.endOutput()
    let answers = try one.readToEnd()
    #expect(
      answers.contains("\r\n\r\noneHTTP/1.1 299 Odd\r\nx-A:b\r\nTransfer-Encoding: chunked\r\n"))
    #expect(answers.hasSuffix("\r\n\r\n3\r\ntwo\r\n0\r\nX-T: 1\r\n\r\n"))
  }
}
