// SPDX-License-Identifier: Apache-2.0
// What goes wrong inside the strings of an example: JSON that does not parse, swallowed fields.

import Wire

extension PageReading {
  var exampleTexts: [PageFinding] { encodedTexts + swallowedFields }

  /// Strings that begin like an object.
  private var encodedTexts: [PageFinding] {
    let holding = values { row, value in
      guard row.type.kind == .string, value.string?.first == "{" else { return nil }
      return (
        .remark, "string-holds-json", nil,
        "the table says String, and the example has JSON inside of it"
      )
    }
    let broken = values { row, value in
      guard row.type.kind == .string, let fault = Self.fault(inside: value) else { return nil }
      return (
        .contradiction, "text-not-json", nil,
        "\(row.name) begins like JSON, and its text is none: \(fault)"
      )
    }
    let nulls = values { row, value in
      Self.inside(value).map { $0.contains { $0.isNull } } == true
        ? (.remark, "nulls-inside", nil, "the JSON inside of \(row.name) has members that are null")
        : nil
    }
    let booleans = values { row, value in
      Self.inside(value).map { $0.contains { ["true", "false"].contains($0.string) } } == true
        ? (
          .remark, "booleans-as-text", nil,
          "the JSON inside of \(row.name) has true or false as text"
        )
        : nil
    }
    return holding + broken + nulls + booleans
  }

  private static func fault(inside value: JSONValue) -> JSONSyntaxError? {
    guard let text = value.string, text.first == "{" else { return nil }
    do throws(JSONSyntaxError) {
      _ = try JSONDocument(parsing: Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  /// All values of the JSON that a text begins with; nil if it does not.
  private static func inside(_ value: JSONValue) -> [JSONValue]? {
    guard let text = value.string, text.first == "{" else { return nil }
    let bytes = Array(text.utf8)
    let end = fault(inside: value).map { $0.reason == .bytesAfterDocument ? $0.offset : 0 }
    guard let document = try? JSONDocument(parsing: Array(bytes.prefix(end ?? bytes.count))) else {
      return nil
    }
    return allValues(in: document.root)
  }

  private static func allValues(in value: JSONValue) -> [JSONValue] {
    [value] + value.elements.flatMap(allValues) + value.members.flatMap { allValues(in: $0.value) }
  }

  /// Fields that an object lacks and whose names stand in one of its strings.
  private var swallowedFields: [PageFinding] {
    guard let example else { return [] }
    return levels.flatMap { level in
      level.objects.flatMap { object in
        level.rows.filter { object[$0.name] == nil }.compactMap { row in
          swallower(of: row.name, in: object).map { member, offset in
            PageFinding(
              .contradiction, "swallowed", "\(level.path).\(row.name)",
              line: example.line(at: offset),
              "\(row.name) stands inside the string \(member), at byte \(offset) of the example")
          }
        }
      }
    }
  }

  /// The member whose string has the name as a quoted word, and where.
  private func swallower(of name: String, in object: JSONValue) -> (String, Int)? {
    for member in object.members where member.value.kind == .string {
      let raw = Array(member.value.rawBytes)
      let wanted = Array("\\\"\(name)\\\"".utf8)
      guard let range = raw.firstRange(of: wanted) else { continue }
      return (member.name, member.value.span.lowerBound + range.lowerBound)
    }
    return nil
  }
}
