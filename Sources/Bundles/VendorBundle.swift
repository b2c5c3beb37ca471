// SPDX-License-Identifier: Apache-2.0
// What a vendor hands to a reviewer: files that all follow from one recording and few words beside.

public import Conformance
import Contract
import Reporting
import Wire

/// A claim of conformance with everything that is needed to judge it again.
///
/// Every file but the recording is a function of the other properties, so that whoever judges the
/// recording again can write the same bundle and compare it byte for byte.
public struct VendorBundle: Sendable, Hashable {
  public var report: Report
  /// The digest of the specs that were judged by, written `sha256:…`.
  public var contract: String
  /// The ids of all operations of those specs.
  public var operations: [String]
  public var facts: TargetFacts
  public var terms: Terms
  /// A HAR file.
  public var recording: [UInt8]
  /// The report in forms that programs and people read.
  public var pages: [File] = []

  /// What a run was asked for, as far as verdicts and the exit code depend on it.
  public struct Terms: Sendable, Hashable {
    public var selection: Selection
    /// Whether warnings count as failed.
    public var strict: Bool
    public var allowEmpty: Bool
    /// What every request carried for a reviewer; nil where nobody asked for it.
    public var nonce: String?

    public init(selection: Selection, strict: Bool, allowEmpty: Bool, nonce: String? = nil) {
      self.nonce = nonce
      self.selection = selection
      self.strict = strict
      self.allowEmpty = allowEmpty
    }
  }

  /// A file of the bundle.
  public struct File: Sendable, Hashable {
    /// Relative to the folder, with `/` between its parts.
    public var path: String
    public var bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }

    public init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }
  }

  public static let recordingPath = "recording.har"
  public static let reportPath = "report.json"

  public init(
    report: Report, contract: String, operations: [String], facts: TargetFacts, terms: Terms,
    recording: [UInt8]
  ) {
    self.report = report
    self.contract = contract
    self.operations = operations
    self.facts = facts
    self.terms = terms
    self.recording = recording
  }

  /// Every file but the manifest, by their paths.
  public var files: [File] {
    let own = [
      File(path: "README.md", text: readme), File(path: "target.json", text: target),
      File(path: Self.recordingPath, bytes: recording),
    ]
    let badges = standings.map { File(path: "badges/\($0.level.rawValue).svg", text: $0.badge) }
    return (own + badges + pages).sorted { $0.path < $1.path }
  }

  public var manifest: Manifest {
    Manifest(
      profile: report.profile, version: report.profile.suite.version, contract: contract,
      terms: terms, entries: files.map(Manifest.Entry.init))
  }

  var standings: [LevelStanding] {
    Level.allCases.map { LevelStanding($0, in: report.results, on: terms) }
  }

  /// What `--target` takes; there is nothing secret among the facts of a target.
  private var target: String {
    let known = facts.values.sorted { $0.key < $1.key }.map { ($0.key.name, $0.value) }
    return TargetListing.json([("endpoint", facts.endpoint)] + known)
  }
}
