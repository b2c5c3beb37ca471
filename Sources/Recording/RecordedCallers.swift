// SPDX-License-Identifier: Apache-2.0
// In whose name another program sent each request, as far as its entries still show it.

import Conformance
import Contract
import Wire

/// Whose requests are the target's own: those of the caller who was shown the most.
struct RecordedCallers {
  private let wrongToken: String
  /// Programs that leave out secrets leave them out everywhere; then nobody was without a token.
  private let namesNobody: Bool
  /// What others than the target's own have shown.
  private let others: Set<String>

  /// - Parameters:
  ///   - entries: Those that are about the target, in the order of time.
  ///   - all: Every entry of the recording.
  init(_ entries: [HAREntry], among all: [HAREntry], of profile: Profile) {
    wrongToken = profile.wrongToken
    namesNobody = !all.contains(where: \.isAuthenticated)
    let renewed = Self.renewals(in: all)
    func first(_ caller: String) -> String { renewed[caller] ?? caller }
    var granted: [String: Int] = [:]
    for caller in entries.filter(\.isGranted).compactMap(\.caller) {
      granted[first(caller), default: 0] += 1
    }
    let most = granted.values.max()
    let own = entries.lazy.compactMap(\.caller).map(first).first { granted[$0] == most }
    others = Set(all.compactMap(\.caller)).filter { own != nil && first($0) != own }
  }

  func credential(of entry: HAREntry) -> Credential {
    if entry.caller == wrongToken { return .wrong }
    if let caller = entry.caller, others.contains(caller) { return .other }
    return entry.isAuthenticated || namesNobody ? .own : .absent
  }

  /// The first token of whoever was told that it had run out, and asked again with another one at once.
  private static func renewals(in entries: [HAREntry]) -> [String: String] {
    var first: [String: String] = [:]
    for (entry, next) in zip(entries, entries.dropFirst())
    where entry.isRefused && entry.url == next.url && entry.method == next.method {
      guard let old = entry.caller, let new = next.caller, old != new, first[new] == nil else {
        continue
      }
      first[new] = first[old] ?? old
    }
    return first
  }
}

extension HAREntry {
  private var status: Int? { (try? result.get())?.status.code }

  var isGranted: Bool { status == 200 }
  fileprivate var isRefused: Bool { status == 401 }

  /// Whether a gateway answered in the service's place, so that clients ask again.
  var isDeferred: Bool { status.map([429, 502, 503, 504].contains) ?? false }
}
