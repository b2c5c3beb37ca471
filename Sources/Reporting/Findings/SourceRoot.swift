// SPDX-License-Identifier: Apache-2.0
// Where a reader of an annotation finds the literals of the specs, if at all.

import Contract

/// Where the folder `Specs/` is for whoever reads annotations.
public enum SourceRoot: Sendable, Hashable {
  /// In a folder, relative to the reader's repository; empty for the repository itself.
  case folder(String)
  /// Under an address, such as that of a release; it is no file of the reader's repository.
  case address(String)
  /// Nowhere; a file of the reader's own, such as the target file, stands for all literals.
  case nowhere(file: String?)

  /// A folder, or an address if it begins with a scheme.
  public init(_ text: String) {
    var text = text[...]
    while text.hasSuffix("/") { text = text.dropLast() }
    self = text.contains("://") ? .address(String(text)) : .folder(text == "." ? "" : String(text))
  }

  /// The file and the line that the reader has; nil where there is none.
  func place(of location: SpecLocation) -> SpecLocation? {
    switch self {
    case .folder(let folder):
      SpecLocation(
        file: folder.isEmpty ? location.file : "\(folder)/\(location.file)", line: location.line)
    case .address: nil
    case .nowhere(let file): file.map { SpecLocation(file: $0, line: 1) }
    }
  }

  /// Where the literal is read on the web; nil unless that is known.
  func link(to location: SpecLocation) -> String? {
    if case .address(let root) = self { "\(root)/\(location.file)#L\(location.line)" } else { nil }
  }
}
