// SPDX-License-Identifier: Apache-2.0
// JSON Schema 2020-12 for the types that fields and parameters are declared with.

import Contract
import Wire

/// A schema, as its keywords in order.
struct Schema {
  typealias Keywords = [(key: String, value: JSONTree)]

  var keywords: Keywords
  /// What should hold and need not.
  var usually: Keywords = []

  var tree: JSONTree {
    .object(keywords + (usually.isEmpty ? [] : [("x-usually", .object(usually))]))
  }

  static func reference(to component: String) -> Schema {
    Schema(keywords: [("$ref", .string("#/components/schemas/\(component)"))])
  }

  /// The shape of an error, the same for every status.
  static func error(of profile: Profile) -> JSONTree { Schema.object(profile.errors.fields).tree }

  /// - Parameter row: The path of a list whose rows have a component of that name.
  static func object(_ fields: [Field], row: (path: FieldPath, name: String)? = nil) -> Schema {
    let names = { (presence: Field.Presence) in
      JSONTree.array(fields.filter { $0.presence == presence }.map { .string($0.name) })
    }
    let properties = fields.map { field in
      let isList = row?.path.names == [field.name]
      let schema =
        isList
        ? Schema(keywords: [("type", "array"), ("items", reference(to: row!.name).tree)])
        : Schema(of: field.type)
      return (key: field.name, value: schema.described(by: field).tree)
    }
    return Schema(
      keywords: [
        ("type", "object"), ("required", names(.required)), ("properties", .object(properties)),
      ],
      usually: fields.contains { $0.presence == .expected } ? [("required", names(.expected))] : [])
  }

  init(keywords: Keywords, usually: Keywords = []) {
    self.keywords = keywords
    self.usually = usually
  }

  init(of type: ValueType) {
    switch type {
    case .integer(let range, let obligation):
      self = .integer
      let bounds = range.map(Self.bounds) ?? []
      if obligation == .must { keywords += bounds } else { usually += bounds }
    case .boolean: self.init(keywords: [("type", "boolean")])
    case .string(let rules): self.init(rules)
    case .timestamp: self.init(keywords: [("type", "string"), ("format", "date-time")])
    case .object(let fields): self = .object(fields)
    case .array(let element):
      self.init(keywords: [("type", "array"), ("items", Schema(of: element).tree)])
    case .document(let document): self.init(document)
    }
  }

  static var integer: Schema { Schema(keywords: [("type", "integer"), ("format", "int64")]) }

  static func bounds(_ range: ClosedRange<Int64>) -> Keywords {
    let most = ("maximum", JSONTree.number("\(range.upperBound)"))
    return [("minimum", .number("\(range.lowerBound)"))] + (range.upperBound == .max ? [] : [most])
  }

  private init(_ document: Document) {
    let content = Schema.object(document.fields).tree
    let forms = document.forms.map { form -> JSONTree in
      switch form {
      case .object: content
      case .text:
        [
          "type": "string", "pattern": #"^\{"#, "contentMediaType": "application/json",
          "contentSchema": content,
        ]
      case .plain: ["type": "string"]
      }
    }
    self.init(keywords: [("anyOf", .array(forms))])
  }
}
