// SPDX-License-Identifier: Apache-2.0
// Learns from recorded URLs who was asked and for what, where nobody says so.

import Conformance
import Contract
import Wire

/// What the URLs of a recording say of their target; of several values the one wins of which most
/// operations were asked, then the one with the longest paths, and of such the most frequent one.
struct InferredTarget {
  private(set) var facts: TargetFacts
  /// The names of what was not known before, in the order of the documentation.
  private(set) var inferred: [String] = []
  /// What was only asked for, so that it may not be there; the project of who asks is.
  private(set) var guessed: Set<Fact> = []
  /// The endpoint that a person said, and that no entry has.
  private var strange: String?

  /// One request for a list, read as a statement about the target.
  fileprivate struct Observation {
    var operation: String
    var endpoint: String
    var values: [Fact: String]
    var isGranted: Bool
  }

  /// - Parameter known: What a person said, which is not asked of the URLs; an endpoint that no
  ///   entry has is passed over.
  /// - Returns: Nil where no entry asks for a list.
  init?(
    entries: [HAREntry], operations: [Contract.Operation], of profile: Profile,
    known: RecordedSession.KnownTarget
  ) {
    var observations = entries.filter { $0.method == .get }.flatMap { entry in
      operations.compactMap { Observation(entry, $0) }
    }
    let isGuessed = !observations.contains(where: \.isGranted)
    if !isGuessed { observations = observations.filter(\.isGranted) }
    let named = known.endpoint.map(RecordedURL.endpoint).flatMap { name in
      observations.first { $0.endpoint == name }?.endpoint
    }
    guard let endpoint = named ?? Self.mostFrequent(observations.map(\.endpoint)) else {
      return nil
    }
    observations = observations.filter { $0.endpoint == endpoint }
    facts = TargetFacts(of: profile, endpoint: endpoint, values: known.facts)
    if named == nil {
      inferred.append("endpoint")
      strange = known.endpoint
    }
    for fact in profile.facts {
      if facts[fact] == nil, let value = observations.likeliest(fact) {
        facts.values[fact] = value
        inferred.append(fact.name)
        if isGuessed, fact.role != .tenant { guessed.insert(fact) }
      }
      observations = observations.filter {
        $0.values[fact] == nil || $0.values[fact] == facts[fact]
      }
    }
  }

  /// What a person says, where the recording says nothing.
  init(_ known: RecordedSession.KnownTarget, of profile: Profile) {
    facts = TargetFacts(of: profile, endpoint: known.endpoint ?? "", values: known.facts)
  }

  /// The sentence for people; nil where nothing had to be inferred.
  var notice: String? {
    guard !inferred.isEmpty else { return nil }
    let values = inferred.map { name in
      "\(name) \(facts[Fact(name)] ?? facts.endpoint)"
    }
    let other = strange.map { "; no entry is to \($0)" } ?? ""
    return "taken from the recorded URLs: \(values.joined(separator: ", "))\(other)"
  }

  /// Of values that are equally frequent the first one counts.
  private static func mostFrequent(_ values: [String]) -> String? {
    var counts: [String: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    let most = counts.values.max()
    return values.first { counts[$0] == most }
  }
}

extension [InferredTarget.Observation] {
  /// The value of a fact of which most operations were asked, and of such the one with the longest paths,
  /// whose lists nobody finds by another value; then the most frequent one.
  fileprivate func likeliest(_ fact: Fact) -> String? {
    let groups = Dictionary(grouping: filter { $0.values[fact] != nil }) { $0.values[fact] }
    let ranks = groups.mapValues { own in
      (Set(own.map(\.operation)).count, own.map(\.values.count).max() ?? 0, own.count)
    }
    guard let most = ranks.values.max(by: <) else { return nil }
    return lazy.compactMap { $0.values[fact] }.first { ranks[$0].map { $0 == most } ?? false }
  }
}

extension InferredTarget.Observation {
  fileprivate init?(_ entry: HAREntry, _ operation: Contract.Operation) {
    guard let match = operation.path.match(endOf: entry.url.path) else { return nil }
    self.operation = operation.id
    endpoint = entry.url.origin + match.prefix
    let pairs = match.values.compactMap { name, value in
      operation.parameter(name)?.fact.map { ($0, value) }
    }
    values = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    isGranted = (try? entry.result.get())?.status == 200
  }
}
