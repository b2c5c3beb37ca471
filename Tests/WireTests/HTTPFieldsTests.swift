// SPDX-License-Identifier: Apache-2.0
// Header fields: order, case and repetition.

import Testing
import Wire

@Suite struct HTTPFieldsTests {
  @Test func `a name is found without regard to ASCII case`() {
    let fields: HTTPFields = ["Content-Type": "application/json"]
    #expect(fields["content-TYPE"] == "application/json")
    #expect(fields["Content-Typ"] == nil)
    #expect(HTTPFields([.init("x@", "1")])["x`"] == nil)
  }

  @Test func `repeated names stay apart and in order`() {
    var fields: HTTPFields = ["Via": "1", "Host": "h", "via": "2"]
    fields.append("VIA", "3")
    #expect(fields.values(of: "via") == ["1", "2", "3"])
    #expect(fields["via"] == "1")
    #expect(fields.fields.map(\.name) == ["Via", "Host", "via", "VIA"])
  }

  @Test func `setting replaces all fields of the name at the first one's place`() {
    var fields: HTTPFields = ["A": "1", "B": "2", "a": "3", "C": "4"]
    fields["a"] = "5"
    #expect(fields == ["a": "5", "B": "2", "C": "4"])
    fields["D"] = "6"
    #expect(fields.fields.last == .init("D", "6"))
  }

  @Test func `setting nil removes the name`() {
    var fields: HTTPFields = ["A": "1", "B": "2", "a": "3"]
    fields["A"] = nil
    #expect(fields == ["B": "2"])
  }
}
