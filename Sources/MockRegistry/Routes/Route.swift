// SPDX-License-Identifier: Apache-2.0
// What a path names, and what it says about whose that is.

import Wire

/// A path that has the form of one that is served, its segments not yet believed.
struct Route: Sendable {
  let destination: Destination
  /// What stands where the template has a fact's key, in order.
  let arguments: [PathArgument]

  /// What answers at a path.
  enum Destination: Sendable {
    case list(ListOperation)
    case object(SingleObject)

    static let all: [Destination] =
      ListOperation.all.map(Self.list) + SingleObject.all.map(Self.object)

    var id: String {
      switch self {
      case .list(let list): list.id
      case .object(let object): object.id
      }
    }

    var path: String {
      switch self {
      case .list(let list): list.path
      case .object(let object): object.path
      }
    }
  }

  /// The list that is named, if it is one.
  var list: ListOperation? { if case .list(let list) = destination { list } else { nil } }

  /// What the path names beside the one row that it asks for.
  var owners: [PathArgument] { list?.isObject == true ? arguments.dropLast() : arguments }

  /// What the one row has that is asked for; none for a list.
  var conditions: [Table.Condition] {
    guard let origin = list?.origin, let named = origin.rows.named, let last = arguments.last else {
      return []
    }
    return [Table.Condition(.text(last.parameter, field: named.field), last.value)]
  }

  /// Lets the request pass, or throws the first of: method, credentials, project, missing resource.
  func admit(
    _ request: HTTPRequest, by validator: CredentialValidator, to inventory: Inventory
  ) throws(ErrorResponse) {
    guard request.method == .get else { throw .methodNotAllowed }
    try validator.admit(request)
    for argument in arguments {
      if ListOperation.isNumber(argument.fact), Int(argument.value) == nil {
        throw .invalid(argument.parameter)
      }
      if argument.fact == "project_id" {
        guard argument.value == MockRegistry.Facts.only["project_id"] else { throw .foreignProject }
      } else if inventory.row(named: argument, under: arguments) == nil {
        throw .unknown(argument.resource)
      }
    }
  }
}
