// SPDX-License-Identifier: Apache-2.0
// Every rule says why it is there and what usually mends it.

import Conformance
import Testing

@testable import Reporting

struct RuleGuidanceTests {
  @Test func `every rule has its guidance, and no other`() {
    #expect(Set(RuleGuidance.catalog.keys) == Set(Check.all.map(\.rule)))
  }
}
