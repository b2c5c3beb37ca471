// SPDX-License-Identifier: Apache-2.0
// What a person asked for of a bundle, and of a proxy.

extension Invocation {
  public struct Bundle: Sendable, Hashable {
    /// The folder to write, which is not there or empty.
    public var folder: String
    /// Where the statement that is signed goes; nil for nowhere.
    public var statement: String?
    public var run: Run
  }

  public struct Verify: Sendable, Hashable {
    public var folder: String
    /// The set of cases that alone counts; nil for the bundle's own.
    public var set: String?
    /// What every request has to carry; nil for anything.
    public var nonce: String?
    /// A file that has to be the statement about the bundle; nil for none.
    public var statement: String?
    /// How many of the recorded requests are asked again; nil for none.
    public var live: Int?
    /// Which ones; nil for any.
    public var seed: UInt64?
    /// How the target is reached.
    public var run: Run

    /// Verifies with no network.
    public init(_ folder: String, nonce: String? = nil, statement: String? = nil) {
      (self.folder, self.nonce, self.statement) = (folder, nonce, statement)
      run = Run(Values())
    }
  }

  public struct Proxy: Sendable, Hashable {
    /// How the endpoint is reached, and what is said of what passes.
    public var run: Run
    /// 0 takes a free one.
    public var port: UInt16
    /// Where it is said on which address it listens; nil for stdout.
    public var output: String?
    /// The file that holds its URL once it listens; nil for none.
    public var readyFile: String?
    /// Whether findings are told as JSON while they are found.
    public var json: Bool
  }
}
