// SPDX-License-Identifier: Apache-2.0
// Things in their order, each of them once.

extension Sequence where Element: Hashable {
  /// Each element once, where it comes first.
  package var distinct: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
