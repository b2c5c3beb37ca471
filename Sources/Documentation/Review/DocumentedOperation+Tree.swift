// SPDX-License-Identifier: Apache-2.0
// A documented operation as JSON, for programs that want what a page says without reading pages.

import Wire

extension DocumentedOperation {
  /// Everything that was read, each row with its line.
  var tree: JSONTree {
    [
      "title": .string(title.value), "name": .string(name),
      "language": .string(language.rawValue), "date": .string(date?.value),
      "parameters": .array(parameters.map(Self.tree)),
      "responses": .array(responses.map(Self.tree)),
      "statusCodes": .array(statusCodes.map { .integer($0.value) }),
      "example": .string(example?.text),
    ]
  }

  private static func tree(of parameter: Parameter) -> JSONTree {
    .object(
      [(key: "in", value: .string(parameter.placement.rawValue))] + members(of: parameter.row))
  }

  private static func tree(of response: Response) -> JSONTree {
    [
      "status": .integer(response.status), "line": .integer(response.line),
      "fields": .array((response.fields ?? []).map { .object(members(of: $0)) }),
    ]
  }

  private static func members(of row: Row) -> [(key: String, value: JSONTree)] {
    let rules = row.rules
    var members: [(key: String, value: JSONTree)] = [
      ("name", .string(row.name)), ("type", .string(row.type.text)),
      ("kind", .string(row.type.kind.rawValue)), ("line", .integer(row.line)),
    ]
    if let isMandatory = row.isMandatory { members.append(("mandatory", .boolean(isMandatory))) }
    if let standard = rules.defaultValue { members.append(("default", .string(standard))) }
    if let minimum = rules.minimum { members.append(("minimum", .integer(minimum))) }
    if let maximum = rules.maximum { members.append(("maximum", .integer(maximum))) }
    if !rules.words.isEmpty { members.append(("words", .array(rules.words.map { .string($0) }))) }
    if rules.isMultiple { members.append(("multipleOfLimit", .boolean(true))) }
    if rules.goesTogether { members.append(("usedTogether", .boolean(true))) }
    if let fields = row.fields {
      members.append(("fields", .array(fields.map { .object(Self.members(of: $0)) })))
    }
    return members
  }
}
