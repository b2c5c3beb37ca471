// SPDX-License-Identifier: Apache-2.0
// What two servers do unlike in the same way for several operations, so that it is told once.

import Wire

/// Differences of one sort and kind, in one place and with the same two sides, of any operations.
struct GatheredDifferences {
  /// In the order of the comparison; never empty.
  var all: [Difference]

  var first: Difference { all[0] }

  /// Such as `4 other answers, and for ListInstance, ListInstanceJobs and 3 more`; nil for one that
  /// stands alone.
  var others: String? {
    let answers = first.others > 0 ? first.others.counted("other answer") : nil
    let operations = all.dropFirst().map(\.operation)
    let more = operations.count - 2
    let names = operations.prefix(2).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    let parts = [answers, operations.isEmpty ? nil : names].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", and for ")
  }
}

extension Comparison {
  /// The differences, with those together that differ in nothing but the operation; a verdict is about
  /// one case, and stands alone.
  var gathered: [GatheredDifferences] {
    var groups: [GatheredDifferences] = []
    for difference in differences {
      let place = groups.firstIndex { $0.first.isToldWith(difference) }
      if let place {
        groups[place].all.append(difference)
      } else {
        groups.append(GatheredDifferences(all: [difference]))
      }
    }
    return groups
  }
}

extension Difference {
  fileprivate func isToldWith(_ other: Difference) -> Bool {
    kind != .verdict && sort == other.sort && kind == other.kind && place == other.place
      && first == other.first && second == other.second && operation != other.operation
  }
}
