// SPDX-License-Identifier: Apache-2.0
// Words of a page that nearly are those of another operation, which readers mix up.

import Contract

/// One page beside the specs of the other operations.
struct SiblingComparison {
  let page: DocumentedOperation
  let siblings: [Contract.Operation]

  /// How many letters two words share before readers take one for the other.
  private static let sharedLetters = 5

  var findings: [PageFinding] {
    page.parameters.flatMap { parameter in
      parameter.row.rules.words.compactMap { word in
        twin(of: word).map { twin, operation in
          PageFinding(
            .remark, "near-word", "\(parameter.placement.rawValue).\(parameter.row.name)", word,
            line: parameter.row.line, "\(word) here is like \(twin) of \(operation)")
        }
      }
    }
  }

  private func twin(of word: String) -> (word: String, operation: String)? {
    for operation in siblings {
      let twin = operation.filters.flatMap(\.words).first {
        $0 != word && $0.prefix(Self.sharedLetters) == word.prefix(Self.sharedLetters)
      }
      if let twin { return (twin, operation.id) }
    }
    return nil
  }
}
