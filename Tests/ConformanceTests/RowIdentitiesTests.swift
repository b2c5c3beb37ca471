// SPDX-License-Identifier: Apache-2.0
// Identities of rows are the same in every spelling that JSON has for them.

import Testing
import Wire

@testable import Conformance

@Suite struct RowIdentitiesTests {
  private static func identities(_ literals: String...) -> RowIdentities {
    var identities = RowIdentities()
    for literal in literals {
      Array(literal.utf8).withUnsafeBufferPointer { identities.append($0) }
    }
    return identities
  }

  @Test(arguments: [
    (#""a/b""#, #""a\/b""#), (#""é""#, #""\u00e9""#), (#""😀""#, #""\uD83D\ude00""#),
    (#""a\"b""#, #""\u0061\u0022b""#), (#""\u000a""#, #""\n""#),
    (
      #""36db6911-40f9-11f0-b044-0255ac1b69bb""#, #""36db6911-40f9-11f0-b044-0255ac1b69b\u0062""#
    ),
  ])
  func `a text is one row in every spelling`(usual: String, other: String) {
    let (one, two) = (Self.identities(usual), Self.identities(other))
    #expect(one == two)
    #expect(one.fingerprint(0) == two.fingerprint(0))
  }

  @Test func `other texts are other rows`() {
    #expect(Self.identities(#""1""#) != Self.identities("1"))
    #expect(Self.identities(#""\u0031""#) != Self.identities("1"))
    #expect(Self.identities(#""\ud800""#) != Self.identities(#""\ud801""#))
  }
}
