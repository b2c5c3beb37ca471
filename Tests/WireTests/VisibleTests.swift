// SPDX-License-Identifier: Apache-2.0
// What is drawn as nothing, or turns the direction of writing, is spelled out; the rest stays.

import Testing
import Wire

@Suite struct VisibleTests {
  /// Controls, marks of direction, zero widths, fillers, selectors, tags, blanks, anchors.
  private static let unseen: [UInt32] =
    [0x00, 0x07, 0x1B, 0x7F, 0x85, 0x9B, 0xA0, 0xAD, 0x034F, 0x061C, 0x115F, 0x1680, 0x17B4]
    + [0x180B, 0x180E, 0x2000, 0x2028, 0x2029, 0x202F, 0x205F, 0x2800, 0x3000, 0x3164, 0xFE00]
    + [0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFB, 0x1D173, 0xE0001, 0xE0041, 0xE007F, 0xE0100]
    + Array(0x200B...0x200F) + Array(0x202A...0x202E) + Array(0x2060...0x2064)
    + Array(0x2066...0x206F)

  @Test(arguments: unseen)
  func `a character that nobody sees is spelled out`(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    let spelled = "\\u{\(String(value, radix: 16, uppercase: true))}"
    #expect("Succe\(scalar)ed".visible == "Succe\(spelled)ed")
  }

  @Test func `what can be seen stays as it is`() {
    let text = "aé 中文 عربي नमस्ते 🙂 – … · → £ \u{0600} ⠁"
    #expect(text.visible == text)
  }

  @Test(arguments: unseen)
  func `a JSON document keeps its values and shows every character`(value: UInt32) throws {
    let text = "a\(try #require(Unicode.Scalar(value)))b"
    let document = JSONTree.object([("key", .string(text))]).document
    #expect(try JSONDocument(parsing: Array(document.utf8)).root["key"]?.string == text)
    #expect(document.dropLast().allSatisfy { $0.isASCII && !$0.isNewline })
  }
}
