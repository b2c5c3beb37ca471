// SPDX-License-Identifier: Apache-2.0
// What belongs to one instance, namespace or policy is not shown through another that exists.

import Contract
import Wire

extension Check {
  static let misplacedResource = Check(
    "misplaced-resource-is-not-found", .errors,
    "A namespace, policy or execution is answered with status 404 under another parent that exists."
  ) { planning, check in
    // Nothing in the path belongs to what stands last.
    planning.parents.dropLast().compactMap { parent in
      OtherParent(of: parent, planning).map { check.misplaced(under: $0, planning) }
    }
  }

  static let misplacedRows = Check(
    "no-rows-of-another-parent", .relations,
    "A row that is shown under an instance or a policy is not shown under another as well."
  ) { planning, check in
    planning.parents.last.flatMap { OtherParent(of: $0, planning) }
      .map { [check.misplacedRows(under: $0, planning)] } ?? []
  }

  private func misplaced(under other: OtherParent, _ planning: PlanningContext) -> Case {
    let parent = other.parameter
    let answer = planning.operation.answer(404)
    var planned = makeCase(
      planning, "other-\(parent.name)", "nothing of it is found under another \(parent.name)",
      clause: planning.operation.clause(
        "a resource is found under its own \(parent.name) only", answer: 404,
        at: answer?.location ?? planning.operation.location),
      asks: .probes([planning.baselineRequest] + other.probes + [planning.wholeList]),
      needs: [other.fact]
    ) { context, transcripts in
      if let reason = other.reasonAgainst(transcripts) {
        return context.inconclusive(.nothingToAssert(reason))
      }
      for (reading, _, response) in other.responses(in: transcripts) {
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

  private func misplacedRows(under other: OtherParent, _ planning: PlanningContext) -> Case {
    let name = other.parameter.name
    let isObject = planning.operation.paging.isObject
    var planned = makeCase(
      planning, "other-\(name)",
      isObject
        ? "another \(name) is another object" : "no row is shown under another \(name) as well",
      clause: planning.operation.clause(
        "what is shown belongs to the \(name) of the path", at: planning.operation.location),
      asks: .probes([planning.wholeList] + other.probes), needs: [other.fact]
    ) { context, transcripts in
      if let reason = other.reasonAgainst(transcripts) {
        return context.inconclusive(.nothingToAssert(reason))
      }
      let pages = ListReading(transcripts[0], paging: planning.operation.paging).pages
      guard !pages.isEmpty else { return }
      let own = Set(pages.flatMap(\.facts.fingerprints))
      guard !own.isEmpty else {
        return context.inconclusive(.nothingToAssert("the list has no row"))
      }
      for (reading, _, response) in other.responses(in: transcripts) {
        context.look(at: response, of: reading, under: name, for: own, pages, planning)
      }
    }
    planned.bearsGaps = true
    return planned
  }
}

extension CheckContext {
  /// Notes the rows that another parent shows as well; none where it is not found.
  fileprivate mutating func look(
    at response: ReadResponse, of reading: Reading, under parent: String, for own: Set<UInt64>,
    _ pages: [ListPage], _ planning: PlanningContext
  ) {
    guard !response.isThrottled else { return inconclusive(.throttled(response)) }
    if let reason = reading.accessFailure { return inconclusive(reason) }
    if response.status.code == 404 { return _ = assert() }
    guard let page = ListPage(reading, number: 1, paging: planning.operation.paging) else {
      return inconclusive(
        .nothingToAssert("another \(parent) is answered with status \(response.status)"))
    }
    for (row, fingerprint) in page.facts.fingerprints.enumerated()
    where !assert(!own.contains(fingerprint)) {
      fault(
        .error, "another \(parent) shows what belongs to this one",
        expected: "what belongs to the other \(parent)",
        received: Finding.Received("the same content under both"), at: page.location(row: row))
    }
    if page.facts.fingerprints.isEmpty { _ = assert() }
    if own.isDisjoint(with: page.facts.fingerprints), let location = page.echo(of: pages, planning)
    {
      fault(
        .error, "another \(parent) shows what belongs to this one, but for the \(parent) itself",
        expected: "what belongs to the other \(parent)",
        received: Finding.Received("the same content under both"), at: location, kind: "echo")
    }
  }
}

extension ListPage {
  /// Where it shows what other pages do with nothing changed but what its path says; nil where a row is
  /// another. One row or two may agree by chance where each parent numbers what it has.
  fileprivate func echo(of pages: [ListPage], _ planning: PlanningContext) -> BodyLocation? {
    guard rowCount ?? 0 >= (paging.isObject ? 1 : 3) else { return nil }
    let path = Set(planning.operation.parameters.filter { $0.placement == .path }.map(\.name))
    let fields = planning.operation.rowFields.filter {
      !path.contains($0.name) && $0.name != paging.identity
    }
    let rows = Dictionary(
      pages.flatMap { page in
        page.identities.indices.map { (paging.isObject ? "" : page.identities[$0], (page, $0)) }
      }, uniquingKeysWith: { first, _ in first })
    for row in identities.indices {
      guard let (page, place) = rows[paging.isObject ? "" : identities[row]],
        let own = sample(row), let other = page.sample(place),
        fields.contains(where: { $0.type == .timestamp && own[$0.name]?.string != nil }),
        fields.allSatisfy({ $0.isSame(own[$0.name], other[$0.name]) })
      else { return nil }
    }
    return location(row: 0)
  }
}

/// Another parent that exists, by which the last part of a path or what belongs to it is asked for.
private struct OtherParent {
  let parameter: Parameter
  let fact: Fact
  /// The requests under it, and the list that would show it, where the plan has one; they stand behind
  /// one other probe.
  let probes: [Probe]
  private let requestCount: Int
  private let value: String?
  private let own: String?
  private let list: Profile.ParentList?

  /// Nil where no fact names another.
  init?(of parameter: Parameter, _ planning: PlanningContext) {
    guard let fact = parameter.fact?.otherName.flatMap(planning.profile.fact(named:)) else {
      return nil
    }
    (self.parameter, self.fact) = (parameter, fact)
    value = planning.facts[fact]
    own = planning.pathValue(of: parameter.name)
    let list = planning.profile.discovery?.lists.first { $0.names == parameter.fact }
    let parents = list.flatMap { planning.sibling($0.operation.id) }
    self.list = parents == nil ? nil : list
    let request = planning.request(with: [parameter.name: value ?? "{\(fact.name)}"])
    let requests = planning.asking(request)
    requestCount = requests.count
    probes = requests + (parents.map { [$0.wholeList] } ?? [])
  }

  /// What was answered under it.
  func responses(in transcripts: Transcripts) -> [Transcripts.Seen] {
    Transcripts(Array(transcripts[1...requestCount])).responses
  }

  /// Why nothing can be said of what is asked for under it; nil where something can.
  func reasonAgainst(_ transcripts: Transcripts) -> String? {
    guard let value, value != own else { return "\(fact.name) is \(parameter.name) itself" }
    guard let list,
      ListReading(transcripts[1 + requestCount], paging: list.operation.paging).lacks(
        value, in: list.field)
    else { return nil }
    return "\(list.operation.id) has no row whose \(list.field) is \(value); "
      + "set \(fact.name) to one that exists"
  }
}

extension PlanningContext {
  /// What the path names from the outside to the inside, apart from the project.
  fileprivate var parents: [Parameter] {
    operation.parameters.filter { $0.placement == .path && $0.fact?.role != .tenant }
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
