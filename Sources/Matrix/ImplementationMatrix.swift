// SPDX-License-Identifier: Apache-2.0
// What several implementations keep of one contract, as a value that every form is a function of.

import Conformance
public import Contract
public import Reporting
import Wire

/// Implementations beside each other, by operations and levels.
public struct ImplementationMatrix: Sendable {
  /// The suite that puts them beside each other.
  public var profile: Profile
  /// In the order in which they were named.
  public var implementations: [Implementation]
  /// The ids of all operations of the catalogue, and of those that only a report knows.
  public var operations: [String]

  /// What one report says of an implementation.
  public struct Implementation: Sendable {
    /// What people call it by: the file or folder that it came from.
    public var name: String
    /// Whether it came in a bundle that was verified.
    public var isVerified: Bool
    public var report: WrittenReport
    private let cells: [Place: Cell]
    /// The ids of the operations that it has cases of.
    fileprivate var operations: Set<String> { Set(cells.keys.lazy.map(\.operation)) }

    public init(_ name: String, _ report: WrittenReport, isVerified: Bool) {
      (self.name, self.report, self.isVerified) = (name, report, isVerified)
      cells = Dictionary(grouping: report.cases, by: Place.init).mapValues(Cell.init)
    }

    func cell(_ operation: String, _ level: Level) -> Cell {
      cells[Place(operation: operation, level: level.rawValue)] ?? Cell([])
    }

    /// All operations of a level together.
    func cell(_ level: Level) -> Cell {
      Cell(joining: cells.lazy.filter { $0.key.level == level.rawValue }.map(\.value))
    }

    /// The exit code of the run with its meaning in two words.
    var exit: String {
      let code = ExitCode(rawValue: Int32(clamping: report.exit))
      let words: [ExitCode: String] = [
        .passed: "as promised", .failed: "failed", .unreachable: "not reached",
        .unasserted: "not all asserted", .interrupted: "interrupted",
      ]
      return "\(code.flatMap { words[$0] } ?? "odd") (\(report.exit))"
    }
  }

  /// Operation and level of a case, which its id begins with.
  private struct Place: Hashable {
    var operation: String
    var level: String

    init(operation: String, level: String) { (self.operation, self.level) = (operation, level) }

    init(_ planned: WrittenReport.Case) {
      let parts = planned.id.split(separator: ".", maxSplits: 2).map(String.init)
      self.init(operation: parts.first ?? "", level: parts.count > 1 ? parts[1] : "")
    }
  }

  /// - Parameter catalogue: The ids of all operations, in the order of the documentation.
  public init(of profile: Profile, _ implementations: [Implementation], catalogue: [String]) {
    (self.profile, self.implementations) = (profile, implementations)
    let named = implementations.reduce(into: Set()) { $0.formUnion($1.operations) }
    operations = catalogue + named.subtracting(catalogue).sorted()
  }

  /// What the run ended in, and how many operations that is about where it is not all of them.
  func verdict(of implementation: Implementation) -> String {
    let asked = askedCount(of: implementation)
    return implementation.exit
      + (asked < operations.count
        ? "; \(asked) of \(operations.count.counted("operation")) asked" : "")
  }

  func askedCount(of implementation: Implementation) -> Int {
    operations.count { operation in
      Level.allCases.contains { implementation.cell(operation, $0).total > 0 }
    }
  }

  /// How many ended in what, such as `17 as promised (0) · 1 failed (1)`.
  var summary: String {
    Dictionary(grouping: implementations.enumerated(), by: { verdict(of: $0.element) })
      .sorted { $0.value[0].offset < $1.value[0].offset }
      .map { "\($0.value.count) \($0.key)" }.joined(separator: " · ")
  }

  /// A quirk, and the side that each implementation takes.
  struct Quirk {
    var operation: String
    var id: String
    /// Nil where the implementation was not asked.
    var sides: [WrittenReport.QuirkResult?]

    /// Whether two that showed one take different ones.
    var isDisputed: Bool {
      let observed = sides.compactMap(\.self).filter {
        $0.outcome != QuirkResult.Outcome.notObserved.rawValue
      }
      return Set(observed.map(\.words)).count > 1
    }
  }

  /// In the order of the operations, those that are disputed first.
  var quirks: [Quirk] {
    let results = implementations.map { implementation in
      Dictionary(
        implementation.report.quirkResults.map { ($0.key, $0) },
        uniquingKeysWith: { first, _ in first })
    }
    var seen: Set<String> = []
    let all = implementations.flatMap(\.report.quirkResults)
      .filter { seen.insert($0.key).inserted }
      .map { quirk in
        Quirk(operation: quirk.operation, id: quirk.id, sides: results.map { $0[quirk.key] })
      }
    return all.filter(\.isDisputed) + all.filter { !$0.isDisputed }
  }
}
