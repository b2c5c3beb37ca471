// SPDX-License-Identifier: Apache-2.0
// What a field or a parameter adds to its type: null, defaults, bounds and a sentence.

import Contract
import Wire

extension Schema {
  /// The schema of a field's value, with its meaning; nothing but the meaning if the type need not
  /// hold.
  func described(by field: Field) -> Schema {
    var schema = field.null == .never ? self : nullable
    if field.obligation != .must {
      schema = Schema(keywords: [], usually: schema.keywords)
    }
    schema.keywords.append(("description", .string("\(field.name) \(field.description)")))
    return schema
  }

  /// The schema that takes null as well.
  private var nullable: Schema {
    var schema = self
    for (place, keyword) in keywords.enumerated() {
      switch (keyword.key, keyword.value) {
      case ("type", .string(let type)):
        schema.keywords[place].value = .array([.string(type), "null"])
      case ("enum", .array(let words)):
        schema.keywords[place].value = .array(words + [.string(nil)])
      case ("anyOf", .array(let forms)):
        schema.keywords[place].value = .array(forms + [["type": "null"]])
      default: break
      }
    }
    return schema
  }

  init(of parameter: Parameter, _ paging: Paging) {
    self =
      switch parameter.kind {
      case .integer: .integer
      case .boolean: Schema(keywords: [("type", "boolean")])
      case .string: Schema(keywords: [("type", "string")])
      }
    if parameter.placement == .path, parameter.kind == .string {
      keywords.append(("minLength", .integer(1)))
    }
    // Where any other value is taken for one of the words, the list closes nothing.
    if !parameter.words.isEmpty, parameter.otherwise == nil, parameter.kind == .string {
      keywords.append(("enum", Self.array(parameter.words)))
    }
    if let range = parameter.range {
      keywords += Self.bounds(Int64(range.lowerBound)...Int64(range.upperBound))
    }
    if case .offset(_, let isMultiple) = paging.style, parameter.name == "offset" {
      // Rows are counted from 0. That one value is a multiple of another, no schema can say.
      if parameter.range == nil { keywords += Self.bounds(0...Int64.max) }
      if isMultiple { keywords.append(("x-multiple-of", "limit")) }
    }
    if let value = parameter.defaultValue { keywords.append(("default", .integer(value))) }
  }
}
