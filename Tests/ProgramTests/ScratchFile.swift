// SPDX-License-Identifier: Apache-2.0
// A file that a test writes or lets the program write, and that goes away with its owner.

import Foundation

/// A path that no other test has, and the file there.
final class ScratchFile: Sendable {
  let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).json").path

  init() {}

  init(_ text: String) throws { try Data(text.utf8).write(to: URL(filePath: path)) }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var text: String { get throws { try String(contentsOfFile: path, encoding: .utf8) } }
}
