// SPDX-License-Identifier: Apache-2.0
// Things in the order in which they come first: each of them once, or together with its like.

extension Sequence where Element: Hashable {
  /// Each element once, where it comes first.
  package var distinct: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Sequence {
  /// The elements of each key, keys in the order in which they come first; no group is empty.
  package func grouped<Key: Hashable>(by key: (Element) -> Key) -> [(key: Key, elements: [Element])]
  {
    let groups = Dictionary(grouping: self, by: key)
    return map(key).distinct.map { ($0, groups[$0]!) }
  }
}
