// SPDX-License-Identifier: Apache-2.0
// Numbers by their spelling.

import Testing
import Wire

@Suite struct JSONNumberTests {
  @Test(arguments: [
    ("0", 0), ("-0", 0), ("42", 42), ("-7", -7), ("9007199254740993", 9_007_199_254_740_993),
    ("9223372036854775807", Int64.max), ("-9223372036854775808", Int64.min),
  ])
  func `an integer token has its exact value`(text: String, value: Int64) throws {
    let number = try #require(try json(text).number)
    #expect(number.isIntegerToken)
    #expect(number.int64 == value)
    #expect(number.raw == text && number.description == text)
  }

  @Test(arguments: [
    "9223372036854775808", "-9223372036854775809", "123456789012345678901234567890",
  ])
  func `an integer token beyond 64 bits has no Int64`(text: String) throws {
    let number = try #require(try json(text).number)
    #expect(number.isIntegerToken)
    #expect(number.int64 == nil)
  }

  @Test(arguments: ["1.0", "1e0", "-0.0", "0E0", "10e-1", "1.5"])
  func `a fraction or an exponent makes no integer token`(text: String) throws {
    let number = try #require(try json(text).number)
    #expect(!number.isIntegerToken)
    #expect(number.int64 == nil)
    #expect(number.double == Double(text))
  }

  @Test func `a number beyond the range of Double is infinite, not NaN`() throws {
    #expect(try json("1e400").number?.double == .infinity)
    #expect(try json("-1e400").number?.double == -.infinity)
    #expect(try json("1e-400").number?.double == 0)
  }
}
