// SPDX-License-Identifier: Apache-2.0
// RFC 3986, sections 2.1 to 2.3, there and back.

import Testing
import Wire

@Suite struct PercentEncodingTests {
  @Test(arguments: [
    ("", ""), ("a b=c", "a%20b%3Dc"), ("AZaz09-._~", "AZaz09-._~"), ("a/b?c#d", "a%2Fb%3Fc%23d"),
    ("100%", "100%25"), ("仓", "%E4%BB%93"), ("+&", "%2B%26"), ("\0\n", "%00%0A"),
  ])
  func `a text is encoded and decoded to itself`(text: String, encoded: String) {
    #expect(PercentEncoding.encode(text) == encoded)
    #expect(PercentEncoding.decode(encoded) == text)
  }

  @Test func `digits are read in both cases and a plus is a plus`() {
    #expect(PercentEncoding.decode("%2f%2F+") == "//+")
  }

  @Test(arguments: ["%", "%2", "a%zz", "%%41", "%FF", "%C0%AF", "%ED%A0%80"])
  func `what is not hexadecimal or not UTF-8 is refused`(text: String) {
    #expect(PercentEncoding.decode(text) == nil)
  }
}
