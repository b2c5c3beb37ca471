// SPDX-License-Identifier: Apache-2.0
// Everything that does not add up in a bundle, found without trusting any of its files.

import Conformance
import Contract
public import Reporting
import Wire

extension VendorBundle {
  /// The files of a folder that is said to be a bundle, and where they contradict each other.
  public struct Audit: Sendable, Hashable {
    /// By their order of being found; empty for a sound bundle.
    public private(set) var differences: [Difference] = []
    /// What was not compared, and why, one sentence each.
    public private(set) var notices: [String] = []
    public var terms: Terms { manifest.terms }
    /// Whether this release wrote it, so that every byte of it is known.
    public var isByThisSuite: Bool { manifest.version == manifest.profile.suite.version }
    private let manifest: Manifest
    private let files: [String: [UInt8]]

    public struct Difference: Sendable, Hashable {
      /// A file or the id of a case.
      public var place: String
      public var what: String

      public init(_ place: String, _ what: String) {
        self.place = place
        self.what = what
      }
    }

    /// Checks the sums.
    ///
    /// - Parameters:
    ///   - found: Every regular file of the folder.
    ///   - strangers: The paths of links and other things that are neither file nor folder.
    public init(_ manifest: Manifest, found: [File], strangers: [String]) {
      self.manifest = manifest
      files = Dictionary(found.map { ($0.path, $0.bytes) }, uniquingKeysWith: { $1 })
      differences = strangers.map { Difference($0, "is a link or no file; a bundle has neither") }
      for entry in manifest.entries { check(entry) }
      let known = Set(manifest.entries.map(\.path) + [VendorBundle.Manifest.path])
      note(files.keys.filter { !known.contains($0) }.sorted(), "is not in the manifest")
      if differences.isEmpty { checkSpelling() }
    }

    public mutating func note(_ place: String, _ what: String) {
      differences.append(Difference(place, what))
    }

    public subscript(path: String) -> [UInt8]? { files[path] }
  }
}

extension VendorBundle.Audit {
  private mutating func note(_ places: [String], _ what: String) {
    for place in places { note(place, what) }
  }

  private mutating func check(_ entry: VendorBundle.Manifest.Entry) {
    guard entry.isInside else {
      return note(entry.path, "is named by the manifest and leads out of the folder")
    }
    guard let bytes = files[entry.path] else { return note(entry.path, "is missing") }
    let found = VendorBundle.Manifest.Entry(VendorBundle.File(path: entry.path, bytes: bytes))
    if found.byteCount != entry.byteCount {
      note(
        entry.path, "has \(found.byteCount.counted("byte")); the manifest says \(entry.byteCount)")
    } else if found.sha256 != entry.sha256 {
      note(entry.path, "has the SHA-256 \(found.sha256); the manifest says \(entry.sha256)")
    }
  }

  /// A manifest that says the right things in other words is not what was published.
  private mutating func checkSpelling() {
    if files[VendorBundle.Manifest.path].map({ $0 != Array(manifest.text.utf8) }) ?? true {
      note(VendorBundle.Manifest.path, "is not spelled as this suite spells it")
    }
    let paths = manifest.entries.map(\.path)
    if paths != Set(paths).sorted() {
      note(VendorBundle.Manifest.path, "does not name each file once, sorted")
    }
  }

  /// Compares what the bundle tells with what its recording gives.
  ///
  /// - Parameters:
  ///   - told: Its report.
  ///   - judged: The same bundle, written anew from its recording.
  public mutating func compare(_ told: WrittenReport, with judged: VendorBundle) {
    let isAtHand = isMade(by: judged)
    var terms = judged.terms
    if manifest.terms.selection.requirements == nil { terms.selection.requirements = nil }
    if manifest.terms.selection != terms.selection || manifest.terms.nonce != terms.nonce {
      note(
        VendorBundle.Manifest.path, "says other terms than the recording, which was made on its own"
      )
    }
    if let set = judged.terms.selection.requirements, !isAtHand || terms != judged.terms {
      notices.append(
        "only the verdicts and the exit code by the requirement set \(set.name) were compared, and "
          + "\(VendorBundle.Manifest.path) with the sums; the words of the other files were not")
      differences += judged.otherOutcomes(in: told)
      let code = Int(judged.report.exit.rawValue)
      if told.exit != code, terms == judged.terms {
        note(VendorBundle.reportPath, "says exit \(told.exit), and the recording gives \(code)")
      }
      return
    }
    let verdicts = judged.differences(from: told, spelled: self[VendorBundle.reportPath])
    differences += verdicts
    if !told.schema.isForm(JSONReport.form) {
      return note(
        VendorBundle.reportPath,
        "is of schema \(told.schema), and this suite writes \(JSONReport.form), so only verdicts "
          + "were compared; bundle it again")
    }
    guard isAtHand else { return }
    for file in judged.files where file.path != VendorBundle.recordingPath {
      guard let bytes = self[file.path] else {
        if !manifest.entries.contains(where: { $0.path == file.path }) {
          note(file.path, "belongs to every bundle and is missing")
        }
        continue
      }
      if file.path == VendorBundle.reportPath, !verdicts.isEmpty { continue }
      if let line = file.firstLine(unlike: bytes) {
        note(file.path, "is not what the recording gives, from line \(line) on")
      }
    }
    let known = Set(judged.files.map(\.path))
    note(
      manifest.entries.map(\.path).filter { !known.contains($0) }, "does not belong to a bundle")
  }

  /// Whether suite and contract are those that made the bundle; says so if they are not.
  private mutating func isMade(by judged: VendorBundle) -> Bool {
    let suite = manifest.profile.suite
    let isSameSuite = manifest.version == suite.version
    // What belongs to a set is the same in every release that knows it.
    let isSet = judged.terms.selection.requirements != nil
    let remedy = judged.facts.profile.requirementSets.last.map {
      ", or by the cases of a requirement set, --set \($0.name)"
    }
    if !isSameSuite, !isSet {
      note(
        VendorBundle.Manifest.path,
        "is by \(suite.name) \(manifest.version), and this is \(suite.version), so verdicts may "
          + "differ; verify with that release\(remedy ?? "")")
    }
    let isSameContract = manifest.contract == judged.contract
    if !isSameContract, !isSet {
      note(
        VendorBundle.Manifest.path,
        "is by the contract \(manifest.contract), and this suite has \(judged.contract), so "
          + "verdicts may differ; verify with the release that wrote it\(remedy ?? "")")
    }
    return isSameSuite && isSameContract
  }
}

extension VendorBundle {
  /// Where a report tells other verdicts than this bundle's own.
  func differences(
    from told: WrittenReport, spelled bytes: [UInt8]?
  ) -> [Audit.Difference] {
    let own = pages.first { $0.path == Self.reportPath && $0.bytes != bytes }
    return own.flatMap { try? WrittenReport(parsing: $0.bytes) }.map(told.differences) ?? []
  }

  /// Where a report has another outcome of a case that counts; a later release may use other words.
  func otherOutcomes(in told: WrittenReport) -> [Audit.Difference] {
    let outcomes = Dictionary(told.cases.map { ($0.id, $0.outcome) }, uniquingKeysWith: { $1 })
    return report.results.compactMap { result in
      let outcome = outcomes[result.id]
      guard outcome != result.verdict.outcome else { return nil }
      return Audit.Difference(
        result.id,
        "is \(outcome?.rawValue ?? "missing") in the report, and the recording gives "
          + result.verdict.outcome.rawValue)
    }
  }

  /// The first case that has another outcome in a report; words may differ, for secrets are masked.
  public func firstOutcome(unlike told: WrittenReport) -> String? {
    let outcomes = Dictionary(told.cases.map { ($0.id, $0.outcome) }, uniquingKeysWith: { $1 })
    return report.results.first { outcomes[$0.id] != $0.verdict.outcome }?.id
  }
}

extension VendorBundle.File {
  /// The number, from 1, of the first line that is another one; nil if all are alike.
  fileprivate func firstLine(unlike other: [UInt8]) -> Int? {
    guard bytes != other else { return nil }
    let same = zip(bytes, other).prefix { $0 == $1 }
    return 1 + same.count { $0.0 == UInt8(ascii: "\n") }
  }
}
