// SPDX-License-Identifier: Apache-2.0
// What the files of two compared targets say of options: what holds for both sides, and what for one.

extension Invocation {
  /// The options that the target files of a comparison say.
  public struct CompareDefaults: Sendable, Hashable {
    /// What decides which cases are judged and how they are weighed, as far as all say the same.
    public let common: Defaults
    /// The names of such options of which they do not, in the order of the alphabet.
    public let disputed: [String]
    private let files: [Defaults]

    /// - Parameter files: What each says; a side that is no target has none.
    public init(_ files: [Defaults]) {
      let said = files.map { file in
        Dictionary(grouping: file.words.filter(Self.isCommon), by: Self.name)
      }
      let disputed = Set(said.flatMap(\.keys)).filter { name in
        said.contains { $0[name] != said[0][name] }
      }
      let words = files.first?.words.filter(Self.isCommon) ?? []
      common = Defaults(
        words.filter { !disputed.contains(Self.name(of: $0)) },
        in: files.map(\.origin).joined(separator: " and "))
      self.disputed = disputed.sorted()
      self.files = files
    }

    /// What holds for the target of one file: what is common, and how this file says it is asked.
    public func defaults(of origin: String) -> Defaults {
      let own = files.first { $0.origin == origin }?.words.filter { !Self.isCommon($0) } ?? []
      return Defaults(own + common.words, in: origin)
    }

    private static func isCommon(_ word: String) -> Bool {
      let name = name(of: word)
      return Command.compare.option(name) != nil
        && (Command.selecting + [.contract]).contains { $0.name == name }
    }

    /// The option that a word such as `--pages=3` is about.
    private static func name(of word: String) -> String { String(word.prefix { $0 != "=" }) }
  }
}
