// SPDX-License-Identifier: Apache-2.0
// How much of the contract was seen, and what a tester can add so that more of it is.

import Conformance
import Contract
import Wire

/// The coverage of a run: a line for each operation, then what was not seen of it.
struct CoverageTable {
  var style: TextReport.Style

  func sections(of coverage: Coverage?) -> [String] {
    guard let coverage else { return [] }
    let parts = coverage.byOperation
    let counts = parts.map { operation, own in
      "  " + "\(own.words)".padded(to: 16) + operation
    }
    let head = style.bold("coverage") + "  \(coverage.words) of what the contract names was seen"
    let lacking = parts.flatMap { operation, own in lack(operation, own) }
    return [([head] + counts).joined(separator: "\n")]
      + (lacking.isEmpty ? [] : [([style.bold("not seen")] + lacking).joined(separator: "\n")])
  }

  /// What a tester's data or requests lack, by kind.
  private func lack(_ operation: String, _ own: Coverage) -> [String] {
    let groups = own.lacks
    guard !groups.isEmpty else { return [] }
    return ["  \(operation)"]
      + groups.flatMap { title, names in
        "\(title): \(names.joined(separator: ", "))".visible.wrapped(behind: "    ", at: 6)
      }
  }
}

extension Coverage {
  /// Such as `412/500 (82 %)`; rounded down, so that 100 % is all of it.
  var words: String { "\(seenCount)/\(items.count) (\(percent) %)" }

  /// The share in whole percents, rounded down.
  package var percent: Int { items.isEmpty ? 100 : seenCount * 100 / items.count }

  var byOperation: [(operation: String, coverage: Coverage)] {
    operations.map { id in (id, only { $0.operation == id }) }
  }

  /// What was not seen, by what has to change: `no row has` … `tasks[].status = Stopped`.
  var lacks: [(title: String, names: [String])] {
    Kind.allCases.compactMap { kind in
      let names = items.filter { $0.kind == kind && !$0.isSeen }.map(\.name)
      return names.isEmpty ? nil : (kind.lack, names)
    }
  }
}

extension Coverage.Kind {
  /// What is missing where items of the kind were not seen, to be read before their names.
  fileprivate var lack: String {
    switch self {
    case .field: "no answer has a value of"
    case .null: "nowhere null"
    case .word: "no value"
    case .relation: "nothing to hold against"
    case .status: "no answer of status"
    case .parameter: "never sent and granted"
    case .value: "never asked for and granted"
    case .page: "no page of"
    }
  }
}
