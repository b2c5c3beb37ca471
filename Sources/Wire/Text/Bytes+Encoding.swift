// SPDX-License-Identifier: Apache-2.0
// In which encoding a text seems to be that should be UTF-8, and what a person is told of it.

extension [UInt8] {
  /// The encoding that the first bytes show where it is not UTF-8; nil where it may be.
  public var foreignEncoding: String? {
    let bytes = Array(prefix(4))
    return switch bytes {
    case [0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF]: "UTF-32"
    case _ where bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]): "UTF-16"
    case _ where bytes.count == 4:
      switch bytes.map({ $0 == 0 }) {
      case [false, true, true, true], [true, true, true, false]: "UTF-32"
      case [false, true, false, true], [true, false, true, false]: "UTF-16"
      default: nil
      }
    default: nil
    }
  }
}

extension JSONSyntaxError {
  /// What is wrong with a file, to go behind its name, and what to do about it.
  ///
  /// - Parameter remedy: What to do unless all of it is in another encoding.
  public func complaint(about bytes: [UInt8], _ remedy: String) -> (what: String, remedy: String) {
    if let encoding = bytes.foreignEncoding { return ("is \(encoding)", "save it as UTF-8") }
    if reason == .byteOrderMark {
      return ("begins with a byte order mark", "save it as UTF-8 without one")
    }
    return ("is not JSON: \(reason) at \(TextPlace(of: offset, in: bytes))", remedy)
  }
}
