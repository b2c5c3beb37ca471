// SPDX-License-Identifier: Apache-2.0
// An object against its row in the list of another operation, member by member.

import Contract
import Wire

extension Check {
  static let objectIsItsRow = Check(
    "object-is-its-row", .relations,
    "An object that is asked for by its name is what the list says of it in its row."
  ) { planning, check in
    planning.operation.relations.compactMap { relation in
      guard case .row(let id, _) = relation.kind, let list = planning.sibling(id) else {
        return nil
      }
      let fields = planning.operation.rowFields.filter { field in
        list.operation.rowFields.contains { $0.name == field.name }
      }
      return check.makeCase(
        planning, relation.name, relation.title, relation.obligation,
        clause: planning.operation.clause(
          relation.description, from: relation.source, at: relation.location),
        asks: .probes([planning.baselineRequest, list.wholeList]), needs: list.pathFacts,
        comparesAnswers: true
      ) { context, transcripts in
        let objects = ListReading(transcripts[0], paging: planning.operation.paging)
        let rows = ListReading(transcripts[1], paging: list.operation.paging)
        guard let object = objects.pages.first, let name = object.identities.first else {
          return context.inconclusive(.unreadable("no answer was the object"))
        }
        guard let (page, row) = rows.place(of: name) else {
          return rows.isComplete
            ? context.look(atUnlisted: object, named: name, in: id, relation.obligation)
            : context.inconclusive(.unreadable("the list of \(id) was not read to its end"))
        }
        context.compare(object, with: page, row, in: id, fields, relation.obligation)
      }
    }
  }
}

extension CheckContext {
  fileprivate mutating func look(
    atUnlisted object: ListPage, named name: String, in list: String, _ obligation: ObligationLevel
  ) {
    _ = assert(false)
    fault(
      Severity(breaking: obligation), "\(list) has no row of the object",
      expected: "a row whose \(object.paging.identity) is \(name.prefix(60))",
      received: Finding.Received("no such row"),
      at: object.location(row: 0, field: object.paging.identity))
  }

  /// Notes each member that both have and that is not the same; what one of them lacks is not compared.
  fileprivate mutating func compare(
    _ object: ListPage, with page: ListPage, _ row: Int, in list: String, _ fields: [Field],
    _ obligation: ObligationLevel
  ) {
    guard let own = object.sample(0), let listed = page.sample(row) else {
      return inconclusive(.unreadable("the answers are too long to be kept side by side"))
    }
    for field in fields {
      guard let value = own[field.name], let other = listed[field.name] else { continue }
      guard !assert(field.isSame(value, other)) else { continue }
      var location = object.location(row: 0, field: field.name)
      location.compared = page.reading
      fault(
        Severity(breaking: obligation), "\(field.name) is not what \(list) says of the object",
        expected: other.raw, received: Finding.Received(value), at: location, kind: field.name)
    }
    if asserted == 0 { inconclusive(.nothingToAssert("the object and its row share no member")) }
  }
}
