// SPDX-License-Identifier: Apache-2.0
// Holds HMAC-SHA256 to the test cases of RFC 4231, long keys included.

import Digests
import Testing
import Wire

@Suite struct HMACSHA256Tests {
  @Test(arguments: [
    Case(
      key: repeated(0x0B, 20), message: Array("Hi There".utf8),
      code: "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
    Case(
      key: Array("Jefe".utf8), message: Array("what do ya want for nothing?".utf8),
      code: "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
    Case(
      key: repeated(0xAA, 20), message: repeated(0xDD, 50),
      code: "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
    Case(
      key: Array(1...25), message: repeated(0xCD, 50),
      code: "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"),
    Case(
      key: repeated(0xAA, 131),
      message: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      code: "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
    Case(
      key: repeated(0xAA, 131),
      message: Array(
        ("This is a test using a larger than block-size key and a larger than block-size data. "
          + "The key needs to be hashed before being used by the HMAC algorithm.").utf8),
      code: "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"),
  ])
  func `a message has the code that RFC 4231 prints`(_ example: Case) {
    #expect(HMACSHA256.hexadecimal(of: example.message, key: example.key) == example.code)
  }

  @Test func `test case 5 agrees in the 16 bytes that the RFC prints`() {
    let code = HMACSHA256.hexadecimal(
      of: "Test With Truncation".utf8, key: repeated(0x0C, 20))
    #expect(code.prefix(32) == "a3b6167473100ee06e0c796c2955552b")
  }

  @Test func `a key as long as a block is used as it is, a longer one is digested`() {
    let long = repeated(0x61, 65)
    let digested = SHA256.digest(long)
    #expect(HMACSHA256.code(of: [1], key: long) == HMACSHA256.code(of: [1], key: digested))
    let full = repeated(0x61, 64)
    #expect(
      HMACSHA256.code(of: [1], key: full)
        != HMACSHA256.code(of: [1], key: SHA256.digest(full)))
  }
}

/// One example of the RFC.
struct Case: Sendable {
  var key: [UInt8]
  var message: [UInt8]
  var code: String
}

private func repeated(_ byte: UInt8, _ count: Int) -> [UInt8] {
  [UInt8](repeating: byte, count: count)
}
