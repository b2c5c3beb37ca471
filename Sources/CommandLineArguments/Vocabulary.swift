// SPDX-License-Identifier: Apache-2.0
// The words that other rooms know and that a command line may name.

/// The known names of levels, formats, faults and variants; an empty list is not checked.
public struct Vocabulary: Sendable, Hashable {
  public var levels: [String]
  public var formats: [String]
  public var faults: [String]
  public var variants: [String]

  public init(
    levels: [String] = [],
    formats: [String] = [],
    faults: [String] = [],
    variants: [String] = []
  ) {
    self.levels = levels
    self.formats = formats
    self.faults = faults
    self.variants = variants
  }

  /// What a word is a name of; the raw value is the noun.
  enum Theme: String {
    case level, format, fault, variant, color
  }

  func words(of theme: Theme) -> [String] {
    switch theme {
    case .level: levels
    case .format: formats
    case .fault: faults
    case .variant: variants
    case .color: Invocation.Run.Color.allCases.map(\.rawValue)
    }
  }
}
