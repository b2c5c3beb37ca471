// SPDX-License-Identifier: Apache-2.0
// What belongs to one instance, namespace or policy is not found through another that exists.

import Contract
import Wire

extension Check {
  static let misplacedResource = Check(
    "misplaced-resource-is-not-found", .errors,
    "A namespace, policy or execution is answered with status 404 under another parent that exists."
  ) { planning, check in
    let names = planning.operation.parameters.filter {
      $0.placement == .path && $0.fact?.role != .tenant
    }
    // Nothing in the path belongs to what stands last.
    return names.dropLast().compactMap { parent in
      parent.fact?.otherName.flatMap(planning.profile.fact(named:)).map {
        check.misplaced(under: parent, $0, planning)
      }
    }
  }

  private func misplaced(
    under parent: Parameter, _ other: Fact, _ planning: PlanningContext
  ) -> Case {
    let value = planning.facts[other]
    let request = planning.request(with: [parent.name: value ?? "{\(other.name)}"])
    let answer = planning.operation.answer(404)
    let list = planning.profile.discovery?.lists.first { $0.names == parent.fact }
    let parents = list.flatMap { planning.sibling($0.operation.id) }
    var planned = makeCase(
      planning, "other-\(parent.name)", "nothing of it is found under another \(parent.name)",
      clause: planning.operation.clause(
        "a resource is found under its own \(parent.name) only", answer: 404,
        at: answer?.location ?? planning.operation.location),
      asks: .probes(
        [planning.baselineRequest, planning.once(request)]
          + (parents.map { [$0.wholeList] } ?? []) + [planning.wholeList]), needs: [other]
    ) { context, transcripts in
      guard let value, value != planning.pathValue(of: parent.name) else {
        return context.inconclusive(.nothingToAssert("\(other.name) is \(parent.name) itself"))
      }
      if let list, let parents,
        ListReading(transcripts[2], paging: parents.operation.paging).lacks(value, in: list.field)
      {
        return context.inconclusive(.nothingToAssert(other.isNowhere(value, in: list)))
      }
      for (reading, _, response) in Transcripts([transcripts[1]]).responses {
        // Instances number what they have each for itself.
        if parent.fact?.role == .container, response.status == 200,
          !response.showsRows(of: [0, transcripts.count - 1].flatMap { transcripts[$0].readings })
        {
          context.inconclusive(
            .nothingToAssert("the other instance may have a list of its own under the same names"))
          continue
        }
        context.look(at: response, of: reading, "another \(parent.name)", 404) {
          $0.weightAsUnknown
        }
      }
    }
    // A list of parents that is closed to us keeps nobody from asking under another of them.
    planned.bearsGaps = true
    return planned
  }
}

extension Fact {
  /// Why nothing can be said of what is not found under a parent that is not there either.
  fileprivate func isNowhere(_ value: String, in list: Profile.ParentList) -> String {
    "\(list.operation.id) has no row whose \(list.field) is \(value); set \(name) to one that exists"
  }
}

extension ReadResponse {
  /// Whether a row of other answers is here, with the same content.
  fileprivate func showsRows(of others: [Reading]) -> Bool {
    guard let own = page?.facts.fingerprints else { return false }
    let known = Set(own)
    return others.contains { other in
      !known.isDisjoint(with: other.response?.page?.facts.fingerprints ?? [])
    }
  }
}
