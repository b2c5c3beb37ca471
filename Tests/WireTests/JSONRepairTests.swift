// SPDX-License-Identifier: Apache-2.0
// The one token that makes a broken body whole, or none where no single one does.

import Testing
import Wire

@Suite struct JSONRepairTests {
  @Test(
    arguments: [
      (#"{"a":{"b":1}","c":2}"#, #"{"a":{"b":1},"c":2}"#),
      (#"{"a":1 "b":2}"#, #"{"a":1, "b":2}"#),
      (#"{"a":1,}"#, #"{"a":1}"#),
      (#"[1,2,]"#, #"[1,2]"#),
      (#"{"a" 1}"#, #"{"a" :1}"#),
      (#"{a":1}"#, #"{"a":1}"#),
      (#"{"a":1}}"#, #"{"a":1}"#),
      (#"{"a":[1,2"#, #"{"a":[1,2]}"#),
      (#"{"a":[{"#, #"{"a":[{}]}"#),
      (#"{"a":[1,2}"#, #"{"a":[1,2]}"#),
    ])
  func `one edit makes it JSON`(broken: String, whole: String) throws {
    let bytes = Array(broken.utf8)
    let repair = try #require(JSONRepair(of: bytes))
    let repaired = String(decoding: repair.applied(to: bytes), as: UTF8.self)
    #expect(repaired.filter { $0 != " " } == whole.filter { $0 != " " })
  }

  @Test(arguments: ["{}", "", "hello world", #"{"a":1}",,"b":}"#, "<html>"])
  func `what needs none or more than one has none`(text: String) {
    #expect(JSONRepair(of: Array(text.utf8)) == nil)
  }

  @Test func `a repair is told with its byte`() throws {
    let remove = try #require(JSONRepair(of: Array(#"{"a":{}"}"#.utf8)))
    #expect("\(remove)" == #"without the " at byte 7 it is JSON"#)
    let insert = try #require(JSONRepair(of: Array("[1 2]".utf8)))
    #expect("\(insert)" == "with , at byte 3 it is JSON")
  }

  @Test(arguments: try JSONFixtures.names("n_"))
  func `no repair of a broken file leaves it broken`(file: String) throws {
    let bytes = try JSONFixtures.bytes(file)
    guard let repair = JSONRepair(of: bytes) else { return }
    #expect(syntaxError(repair.applied(to: bytes)) == nil)
  }
}
