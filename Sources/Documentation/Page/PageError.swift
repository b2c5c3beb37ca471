// SPDX-License-Identifier: Apache-2.0
// Why a file cannot be read as a documentation page, with what was looked for.

/// A file that is no documentation page of one of the operations.
public enum PageError: Error, Sendable, Hashable, CustomStringConvertible {
  /// More bytes than a page may have.
  case tooLong
  /// The offset of the first byte that is not text.
  case notText(Int)
  case brokenMarkup(line: Int, String)
  /// The parts of a page that are not there.
  case notAPage(lacks: [String])
  /// Method and path of an operation that nobody has written a spec for, and the known ones.
  case unknownOperation(String, known: [String])

  public var description: String {
    switch self {
    case .tooLong:
      "longer than \(DocumentationPage.byteLimit >> 20) MiB, which no page of one operation is"
    case .notText(let offset): "not text in UTF-8: byte \(offset) belongs to no character of a page"
    case .brokenMarkup(let line, let reason): "HTML that cannot be read: line \(line), \(reason)"
    case .notAPage(let lacks):
      "no documentation page of an operation: found no \(lacks.joined(separator: ", and no "))"
    case .unknownOperation(let path, let known):
      "describes \(path), for which there is no spec; the specs are \(known.joined(separator: ", "))"
    }
  }
}
