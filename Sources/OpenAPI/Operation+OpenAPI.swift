// SPDX-License-Identifier: Apache-2.0
// One operation as the object under a path: parameters, answers, and where the page is at odds.

import Contract
import Wire

extension Contract.Operation {
  func openAPI(of profile: Profile) -> JSONTree {
    let asked = parameters.filter { $0.placement != .header }
    let notes = access == .allowListed ? " Only tenants on a list of the service may call it." : ""
    return [
      "operationId": .string(id),
      "summary": .string(summary),
      "description": .string("Page \(page).\(notes)"),
      "parameters": .array(asked.map(parameter)),
      "responses": .object(answers.map { ("\($0.status)", response($0, profile)) }),
      "x-quirks": .array(quirks.map(\.openAPI)),
    ]
  }

  /// The answer to a granted request and its row, each under a name that generated code can use.
  var componentSchemas: [(key: String, value: JSONTree)] {
    guard let granted = answer(200) else { return [] }
    guard !paging.isObject else { return [(id, Schema.object(granted.body).tree)] }
    return [
      (id, Schema.object(granted.body, row: (paging.rows, rowName)).tree),
      (rowName, Schema.object(rowFields).tree),
    ]
  }

  private var rowName: String { "\(id)Row" }

  private func parameter(_ parameter: Parameter) -> JSONTree {
    .object([
      ("name", .string(parameter.name)), ("in", .string(parameter.placement.rawValue)),
      ("required", .boolean(parameter.isRequired)),
      ("description", .string("\(parameter.name) \(parameter.description)")),
      ("schema", Schema(of: parameter, paging).tree),
    ])
  }

  private func response(_ answer: DocumentedResponse, _ profile: Profile) -> JSONTree {
    let isGranted = answer.status == 200
    let example =
      isGranted
      ? Example.of(.object(answer.body), with: relatedValues)
      : Example.error(status: answer.status, answer.description, by: profile.errors)
    let content: JSONTree = [
      "schema": Schema.reference(to: isGranted ? id : "Error").tree, "example": example,
    ]
    return [
      "description": .string(answer.description), "content": ["application/json": content],
    ]
  }
}

extension Quirk {
  fileprivate var openAPI: JSONTree {
    let said = [("table", table), ("example", example)].compactMap { name, words in
      words.map { (key: name, value: JSONTree.string($0)) }
    }
    let members: [(key: String, value: JSONTree)] = [
      ("others", .array(others.map { .string($0.description) })),
      ("holds", .string(holds.rawValue)), ("says", .string(description)),
    ]
    return .object([("id", .string(id)), ("section", .string(section))] + said + members)
  }
}
