// SPDX-License-Identifier: Apache-2.0
// What is asked of the commands that send nothing: the mock, listings, pages and exports.

extension Invocation {
  public struct Mock: Sendable, Hashable {
    /// Which credentials are printed.
    public enum Authentication: String, Sendable, Hashable, CaseIterable {
      case token, aksk, temporary, iam
    }

    /// 0 takes a free one.
    public var port: UInt16
    public var rows: Int?
    public var fault: String?
    public var variants: [String]
    /// Sides of quirks that the mock takes, written `ID=SIDE`.
    public var quirks: [String]
    /// On which request of a list its data moves; nil for never.
    public var churn: Int?
    public var disturbances: [String]
    public var seed: UInt64?
    public var printEnvironment: Bool
    public var authentication: Authentication
    /// Where what it says of itself goes; nil for stdout.
    public var output: String?
    /// The file that holds its URL once it listens; nil for none.
    public var readyFile: String?
    public var listFaults: Bool
    public var json: Bool
  }

  public struct List: Sendable, Hashable {
    public var targetFile: String?
    public var selection: Selection
    /// How many rows each list is assumed to have.
    public var rows: Int?
    /// Whether the embedded mock is planned for whatever points elsewhere.
    public var isMock: Bool
    public var allowUnsafeMethods: Bool
    public var json: Bool
  }

  public struct Quirks: Sendable, Hashable {
    /// The one quirk that is asked for; nil for all.
    public var id: String?
    /// The JSON report whose quirk results are asked for; nil for the ledger.
    public var report: String?
    public var json: Bool
  }

  public struct Docs: Sendable, Hashable {
    /// Paths of files; never empty.
    public var pages: [String]
    public var json: Bool
  }

  public struct SelfTest: Sendable, Hashable {
    public var seed: UInt64?
    public var json: Bool
  }

  public struct Export: Sendable, Hashable {
    /// What the specs are written as.
    public enum Form: String, Sendable, Hashable, CaseIterable {
      case contract, openapi, tests, set
    }

    public var form: Form
    /// The file to write, or nil for stdout.
    public var output: String?
  }
}
