// SPDX-License-Identifier: Apache-2.0
// The rules for strings as keywords: closed lists, open lists and forms.

import Contract
import Wire

extension Schema {
  init(_ rules: [StringRule]) {
    self.init(keywords: [("type", "string")])
    for rule in rules {
      switch rule {
      case .oneOf(let words, let tolerated):
        keywords.append(("enum", Self.array(words + tolerated)))
        if !tolerated.isEmpty { usually.append(("enum", Self.array(words))) }
      case .usually(let words, _): usually.append(("enum", Self.array(words)))
      case .form(let form, .must): keywords += form.keywords
      case .form(let form, _): usually += form.keywords
      }
    }
  }

  static func array(_ words: [String]) -> JSONTree { .array(words.map { .string($0) }) }
}

extension StringRule.Form {
  fileprivate var keywords: Schema.Keywords {
    switch self {
    case .nonEmpty: [("minLength", .integer(1))]
    case .uuid: [("format", "uuid")]
    case .jobServiceID: [("pattern", "^([0-9a-f]{24}(@[0-9]+)?)?$")]
    case .upperSnake: [("pattern", "^[A-Z_]+$")]
    }
  }
}
