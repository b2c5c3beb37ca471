// SPDX-License-Identifier: Apache-2.0
// Goes down the lists, from the project to the rows that can be judged, within a bound of requests.

import Conformance
import Contract
import Wire

/// One survey while it is under way.
struct Search {
  /// At most so many requests are sent.
  static let mostRequests = 200
  /// At most so many instances are looked into.
  static let mostInstances = 10

  private let given: [Fact: String]
  private let operations: [Contract.Operation]
  private var inquiry: Inquiry

  init(_ given: [Fact: String], _ operations: [Contract.Operation], _ inquiry: Inquiry) {
    self.given = given
    self.operations = operations
    self.inquiry = inquiry
  }

  mutating func survey() async -> Survey {
    guard !needs.allSatisfy({ given[$0] != nil }) else { return ended(with: [], nil) }
    do throws(Inquiry.Barrier) {
      let prospects = try await prospects()
      let best = prospects.max { $0.standing < $1.standing }
      if let best { try await sayWhatIsSwitchedOff(in: best) }
      return ended(with: prospects, best)
    } catch {
      inquiry.say(error.sentence)
      var survey = ended(with: [], nil)
      survey.ending = .barred
      return survey
    }
  }

  /// The facts that the operations need.
  private var needs: Set<Fact> { operations.reduce(into: []) { $0.formUnion($1.pathFacts) } }

  private mutating func prospects() async throws(Inquiry.Barrier) -> [Prospect] {
    let start = [Candidate(facts: given)]
    let instances = try await expanded(start, by: .instances, most: Self.mostInstances)
    var found: [Prospect] = []
    for (place, instance) in instances.enumerated() {
      let share = (Self.mostRequests - inquiry.requests) / (instances.count - place)
      let said = inquiry.remarks.count
      found.append(try await prospect(in: instance, most: max(1, min(100, (share - 5) / 4))))
      found[place].said = inquiry.forget(behind: said)
    }
    return found
  }

  /// - Parameter most: How many candidates of each list are looked at.
  private mutating func prospect(
    in instance: Candidate, most: Int
  ) async throws(Inquiry.Barrier) -> Prospect {
    var base = instance
    var namespaces: [String] = []
    if needs.contains(.namespaceName), base.facts[.namespaceName] == nil {
      namespaces = try await expanded([base], by: .namespaces, most: 100)
        .compactMap { $0.facts[.namespaceName] }
      if namespaces.count == 1 { base.facts[.namespaceName] = namespaces[0] }
    }
    var branches: [SearchBranch] = []
    for operation in operations where !ParentList.leading(to: operation).isEmpty {
      branches.append(try await branch(to: operation, from: base, most: most))
    }
    return Prospect(base.facts, branches, namespaces: namespaces)
  }

  private mutating func branch(
    to operation: Contract.Operation, from base: Candidate, most: Int
  ) async throws(Inquiry.Barrier) -> SearchBranch {
    let lists = ParentList.leading(to: operation)
    let isPinned = lists.contains { given[$0.names] != nil }
    var candidates = [base]
    for list in lists { candidates = try await expanded(candidates, by: list, most: most) }
    guard operation.path(with: given) == nil else {
      return SearchBranch(
        operation: operation, lists: lists, candidates: candidates, isPinned: isPinned)
    }
    var weighed: [Candidate] = []
    for candidate in candidates {
      switch try await inquiry.count(of: operation, for: candidate.facts) {
      case .rows(let rows): weighed.append(Candidate(facts: candidate.facts, rows: rows))
      case .unknown: weighed.append(candidate)
      case .absent: break
      }
    }
    if weighed.isEmpty, !candidates.isEmpty {
      inquiry.say(
        "\(operation.id) knows none of the \(candidates.count) that \(lists.last!.operation) names")
    }
    return SearchBranch(operation: operation, lists: lists, candidates: weighed, isPinned: isPinned)
  }
}

extension Search {
  /// The candidates with what a list adds, the first row beneath each before the second of any.
  private mutating func expanded(
    _ candidates: [Candidate], by list: ParentList, most: Int
  ) async throws(Inquiry.Barrier) -> [Candidate] {
    var groups: [[Candidate]] = []
    var (seen, total, wasAsked) = (0, 0, false)
    for candidate in candidates {
      guard list.adds(to: candidate.facts) else {
        groups.append([candidate])
        continue
      }
      guard let page = try await inquiry.page(of: list, for: candidate.facts) else { continue }
      wasAsked = true
      seen += page.rows.count
      total += page.total
      groups.append(page.rows.compactMap(candidate.joined).distinct)
    }
    let found = interleaved(groups)
    if wasAsked { say(found, from: seen, of: total, in: list, most: most) }
    return Array(found.filter { list.belongs.keys.allSatisfy($0.facts.keys.contains) }.prefix(most))
  }

  private func interleaved(_ groups: [[Candidate]]) -> [Candidate] {
    (0..<(groups.map(\.count).max() ?? 0)).flatMap { place in
      groups.compactMap { place < $0.count ? $0[place] : nil }
    }
  }

  private mutating func say(
    _ found: [Candidate], from seen: Int, of total: Int, in list: ParentList, most: Int
  ) {
    let remedy = "set \(list.names.environmentName) to name one"
    if total == 0 {
      inquiry.say("\(list.operation) has no rows; make one, or \(remedy)")
    } else if found.isEmpty {
      inquiry.say(
        "\(list.operation) has \(Int(clamping: total).counted("row")), none of which fits what is given"
      )
    } else if total > seen || found.count > most {
      inquiry.say(
        "\(list.operation) has \(Int(clamping: total).counted("row")); looked at the first \(min(seen, most)), \(remedy)"
      )
    }
    if found.contains(where: { !list.belongs.keys.allSatisfy($0.facts.keys.contains) }) {
      let lacking = list.belongs.keys.sorted()
      inquiry.say(
        "\(list.operation) has rows that do not say their "
          + lacking.map { "\($0.rawValue); set \($0.environmentName)" }.joined(separator: ", "))
    }
  }

  private mutating func sayWhatIsSwitchedOff(
    in prospect: Prospect
  ) async throws(Inquiry.Barrier) {
    for operation in operations where operation.access == .allowListed {
      if try await inquiry.allowsGarbageCollection(prospect.facts) == false {
        inquiry.say(
          "\(operation.id) may be refused: ListFeatureGates says that enableArtifactGc is false")
      }
    }
  }

  /// The survey of the best prospect, or of nothing but what was given.
  private mutating func ended(with prospects: [Prospect], _ best: Prospect?) -> Survey {
    for sentence in (best?.said ?? []) + (best?.remarks ?? []) { inquiry.say(sentence) }
    let facts = best?.facts ?? given
    for operation in best?.emptyOperations ?? [] {
      inquiry.say("\(operation) is empty even there, so that little can be asserted")
    }
    for operation in operations {
      let missing = operation.pathFacts.filter { facts[$0] == nil }.sorted().map(\.rawValue)
      if !missing.isEmpty {
        inquiry.say(
          "\(operation.id) will be skipped: the target does not say "
            + missing.joined(separator: ", "))
      }
    }
    let isBarred = inquiry.wasForbidden && !inquiry.wasAnswered
    let isComplete = needs.allSatisfy { facts[$0] != nil }
    let choices = choices(of: facts, prospects, best)
    return Survey(
      facts: facts.merging(others(of: choices)) { known, _ in known }, choices: choices,
      remarks: inquiry.remarks,
      requests: inquiry.requests, ending: isBarred ? .barred : isComplete ? .complete : .lacking)
  }

  /// What else there is of the parents, under which nothing of what was chosen may be found.
  private func others(of choices: [Choice]) -> [Fact: String] {
    let pairs = choices.compactMap { choice in
      choice.fact.other.flatMap { other in choice.next.map { (other, $0.value) } }
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  private func choices(
    of facts: [Fact: String], _ prospects: [Prospect], _ best: Prospect?
  ) -> [Choice] {
    Fact.allCases.filter { needs.contains($0) && $0 != .projectID }.map { fact in
      if let value = given[fact] { return Choice(given: value, as: fact) }
      guard fact == .instanceID else {
        return Choice(of: facts[fact], from: best?.options(fact) ?? [], as: fact)
      }
      let options = prospects.compactMap { prospect in
        prospect.facts[fact].map { Choice.Option(value: $0, rows: prospect.standing.rows) }
      }
      return Choice(of: facts[fact], from: options, as: fact)
    }
  }
}
