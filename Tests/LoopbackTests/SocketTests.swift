// SPDX-License-Identifier: Apache-2.0
// What a descriptor that never blocks answers instead of blocking, or killing the process.

import Testing

@testable import Loopback

@Suite struct SocketTests {
  @Test func `writing to a peer that is gone is broken and no signal`() throws {
    let (left, right) = try Socket.pair()
    right.close()
    #expect(left.send([1]) == .broken)
  }

  @Test func `a read says what came, that nothing came, and the end`() throws {
    let (left, right) = try Socket.pair()
    var buffer: [UInt8] = [0, 0, 0, 0]
    #expect(left.receive(into: &buffer) == .notNow)
    #expect(right.send([7, 8]) == .moved(2))
    #expect(left.receive(into: &buffer) == .moved(2))
    #expect(buffer == [7, 8, 0, 0])
    right.endOutput()
    #expect(left.receive(into: &buffer) == .moved(0))
  }

  @Test func `a closed socket stays closed`() throws {
    let (left, _) = try Socket.pair()
    left.close()
    left.close()
    #expect(left.descriptor == -1)
    #expect(left.send([1]) == .broken)
  }
}
