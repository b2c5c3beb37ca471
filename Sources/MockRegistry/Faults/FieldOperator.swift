// SPDX-License-Identifier: Apache-2.0
// The ways to damage one value, each with what it says, what it is caught by, and what it does.

import Wire

/// A mutation of one member of an object, whatever list it stands in.
enum FieldOperator: String, Sendable, CaseIterable {
  case missing, camelCase, null, twice
  case string, decimal, exponent, beyondInt64, negative, belowRange, aboveRange
  case number, boolean, array, object, empty, lowerCase, upperCase, unknown, trailingBlank
  case fullWidth, loneSurrogate, rawNewline
  case withoutT, withoutZone, dateOnly, comma, zoneWithoutColon, tenDigits, lowerCaseZ
  case february30 = "february-30"
  case hour25 = "hour-25"
  case month13 = "month-13"
  case cutOff, doubleEncoded, strayQuote
  case differs

  /// What an operator is, for fields of some kind.
  struct Definition: Sendable {
    /// What is wrong with the field, after its name.
    var says: String
    /// The rule that notices; nil for the one that looks at values of the field's kind.
    var rule: String?
    /// What it weighs where the field says nothing else.
    var weight: Field.Weight
    /// What becomes of the object that holds the field of that name.
    var change: @Sendable (inout RawObject, String) -> Void
  }

  /// The operator in kebab case, as it stands in names of faults.
  var word: String { rawValue.kebab }
}

extension FieldOperator {
  /// What the operator does to a field; nil where it has nothing to do with fields of that kind.
  func definition(for field: Field) -> Definition? {
    if let made = anyKind(field) ?? severalKinds(field.kind) { return made }
    return switch field.kind {
    case .integer: integer(field)
    case .text: text
    case .word: spelling
    case .time: time
    case .json: json
    case .boolean: self == .number ? value("is 0 or 1") { $0 == "true" ? "1" : "0" } : nil
    case .object: nil
    case .array: self == .object ? value("is an object") { #"{"items":\#($0)}"# } : nil
    }
  }

  private func anyKind(_ field: Field) -> Definition? {
    switch self {
    case .missing: holder("is left out", "required-field") { $0[$1] = nil }
    case .camelCase where field.name.contains("_"):
      holder("is spelled in camel case", "required-field", field.weight(of: .missing)) {
        $0.rename($1, to: $1.camelCase)
      }
    case .null: value("is null", field.weight(of: .missing)) { _ in "null" }
    case .twice:
      holder("stands twice in one object", "unique-names") { object, name in
        if let json = object[name] { object.fields.append(.init(name: name, json: json)) }
      }
    case .differs where ![.json, .object, .array].contains(field.kind):
      value("is another", rule: "same-row-everywhere") { field.another(than: $0) }
    default: nil
    }
  }

  private func severalKinds(_ kind: Field.Kind) -> Definition? {
    switch self {
    case .string where [.boolean, .object, .array].contains(kind):
      value("is a string") { $0.quoted }
    case .number where [.text, .word, .json, .object, .array].contains(kind):
      value("is a number") { _ in "12" }
    case .boolean where [.text, .json].contains(kind): value("is a boolean") { _ in "true" }
    case .array where [.integer, .text, .json, .object].contains(kind):
      value("is an array") { "[\($0)]" }
    case .empty where [.word, .time, .json].contains(kind): value("is empty") { _ in #""""# }
    default: nil
    }
  }

  private func integer(_ field: Field) -> Definition? {
    let usual = Field.Weight.should("the range is the SDK's alone")
    return switch (self, field.range) {
    case (.string, _): value("is a string of digits") { $0.quoted }
    case (.decimal, _): value("carries a fraction of zero") { $0 + ".0" }
    case (.exponent, _): value("is written with an exponent") { $0 + "e0" }
    case (.beyondInt64, _):
      value("does not fit 64 bits") { String(UInt64(Int64.max) + 1 + (UInt64($0) ?? 0)) }
    case (.boolean, _): value("says whether, not how many") { "\($0 != "0")" }
    case (.negative, _) where field.counts: value("is -1", rule: "relation-holds") { _ in "-1" }
    case (.belowRange, let range?):
      value("is below its range", usual) { _ in "\(range.lowerBound - 1)" }
    case (.aboveRange, let range?):
      value("is above its range", usual) { _ in "\(range.upperBound + 1)" }
    default: nil
    }
  }

  private var text: Definition? {
    let free = Field.Weight.harmless("any text is as good")
    return switch self {
    case .object: value("is an object") { #"{"text":\#($0)}"# }
    case .empty: value("is empty", free) { _ in #""""# }
    case .lowerCase: value("is in small letters", free) { $0.lowercased() }
    case .unknown: value("is one that nobody documented", free) { _ in #""CARRIER-PIGEON""# }
    case .loneSurrogate:
      value(
        "has half of a character", .should("RFC 8259 allows it, and readers differ"),
        rule: "paired-surrogates"
      ) { $0.dropLast() + #"\ud83d""# }
    case .rawNewline:
      value("has a raw line feed", rule: "well-formed-json") { $0.dropLast() + "\n\"" }
    default: nil
    }
  }

  private var spelling: Definition? {
    switch self {
    case .lowerCase: value("is in small letters") { $0.lowercased() }
    case .upperCase: value("is in capitals") { $0.uppercased() }
    case .unknown: value("is a word of nobody's") { _ in #""Done""# }
    case .boolean: value("says only true") { _ in "true" }
    case .trailingBlank: value("is followed by a blank") { $0.dropLast() + " \"" }
    case .fullWidth:
      value("begins with a letter that only looks alike") { #""\uff33"# + $0.dropFirst(2) }
    default: nil
    }
  }

  private var time: Definition? {
    let spoken = Field.Weight.should("no page says how times are written; readers differ")
    return switch self {
    case .number: value("is a number of seconds") { _ in "1772445323" }
    case .withoutT: value("has a blank for its T") { $0.replacing("T", with: " ") }
    case .withoutZone: value("has no zone") { $0.replacing("Z", with: "") }
    case .dateOnly: value("is a date") { $0.prefix(11) + "\"" }
    case .february30: value("is on February 30") { _ in #""2026-02-30T03:50:38Z""# }
    case .hour25: value("is at 25 o'clock") { _ in #""2026-02-27T25:02:38.9Z""# }
    case .month13: value("is in the 13th month") { _ in #""2026-13-01T00:00:00Z""# }
    case .comma: value("has a comma before its fraction") { _ in #""2026-02-27T01:02:03,5Z""# }
    case .zoneWithoutColon:
      value("has a zone without a colon") { $0.replacing("Z", with: "+0000") }
    case .trailingBlank:
      value("is followed by a blank", .should("an example of the OpenAPI document is")) {
        $0.dropLast() + " \""
      }
    case .tenDigits:
      value("has ten digits of fraction", spoken) { _ in #""2026-03-02T09:15:00.0123456789Z""# }
    case .lowerCaseZ: value("has a small z", spoken) { $0.replacing("Z", with: "z") }
    default: nil
    }
  }

  private var json: Definition? {
    switch self {
    case .object:
      value("is an object where it has content") { $0.count > 2 ? #"{"type":"artifact"}"# : $0 }
    case .cutOff:
      value("lacks its last brace") { $0.hasSuffix("}\"") ? $0.dropLast(2) + "\"" : $0 }
    case .doubleEncoded: value("holds a string that holds the object") { $0.quoted }
    case .strayQuote:
      value("is an object with a quote left over behind it", rule: "well-formed-json") {
        $0.hasPrefix("\"{") ? RawObject.parameters($0).json + "\"" : $0
      }
    default: nil
    }
  }

  private func value(
    _ says: String, _ weight: Field.Weight = .must, rule: String? = nil,
    _ change: @escaping @Sendable (String) -> String
  ) -> Definition {
    Definition(says: says, rule: rule, weight: weight) { $0[$1] = $0[$1].map(change) }
  }

  private func holder(
    _ says: String, _ rule: String, _ weight: Field.Weight = .must,
    _ change: @escaping @Sendable (inout RawObject, String) -> Void
  ) -> Definition {
    Definition(says: says, rule: rule, weight: weight, change: change)
  }
}

extension Field {
  /// Another value that is as good as this one, in JSON.
  fileprivate func another(than json: String) -> String {
    switch kind {
    case .integer: Int(json).map { String($0 + 1) } ?? json
    case .boolean: json == "true" ? "false" : "true"
    case .word: #""Pending""#
    case .time:
      json.unquoted == Timestamp.zero ? json : Timestamp(json.unquoted)?.moved(by: -86_400) ?? json
    case .text, .json, .object, .array: like ?? (json.unquoted + "-x").quoted
    }
  }
}

extension String {
  /// `beyondInt64`, `status_code` and `StatusRevision` as they stand in names.
  var kebab: String {
    reduce(into: "") { text, letter in
      if letter.isUppercase, !text.isEmpty, text.last != "-" { text += "-" }
      text += letter == "_" || letter == "." ? "-" : letter.lowercased()
    }
  }

  /// `status_code` as `statusCode`.
  fileprivate var camelCase: String {
    let parts = split(separator: "_")
    return parts.dropFirst().reduce(parts.first.map(String.init) ?? "") { text, part in
      text + part.prefix(1).uppercased() + part.dropFirst()
    }
  }
}
