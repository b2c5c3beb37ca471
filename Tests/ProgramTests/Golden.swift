// SPDX-License-Identifier: Apache-2.0
// A text that a person has looked at, and that every later run is compared with.

import Foundation
import Testing

/// A file in Goldens/ with a whole text; what the clock, the plan and the system decide is masked.
struct Golden {
  let url: URL

  init(_ path: String) {
    url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens/\(path)")
  }

  /// With `RECORD_GOLDENS` in the environment the text is written, and the test fails all the same.
  func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let masked = Self.mask(text)
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(masked.utf8).write(to: url)
      Issue.record("\(url.lastPathComponent) was recorded", sourceLocation: sourceLocation)
    }
    let golden = try String(contentsOf: url, encoding: .utf8)
    #expect(masked == golden, sourceLocation: sourceLocation)
  }

  /// Port 8080 stays, as the embedded mock claims it always; other ports are the system's choice.
  private static func mask(_ text: String) -> String {
    text
      .replacing(#/\d+ requests? in [\d.]+ s/#, with: "… requests in … s")
      .replacing(#/[\d.]+ s of it waiting/#, with: "… s of it waiting")
      .replacing(#/127\.0\.0\.1:(?!8080)\d+/#, with: "127.0.0.1:…")
      .replacing(#/sha256:[0-9a-f]{64}/#, with: "sha256:…")
      .replacing(#/contract [0-9a-f]{12}/#, with: "contract …")
      .replacing(#/(?<name>time|timestamp)="[^"]+"/#) { "\($0.name)=\"…\"" }
      .replacing(#/"requests" value="\d+"/#, with: "\"requests\" value=\"…\"")
      .replacing(#/"exchanges": \[(?s).*?\n  \]/#, with: "\"exchanges\": […]")
      .replacing(#/"(?<name>started|startTimeUtc)": "[^"]+"/#) { "\"\($0.name)\": \"…\"" }
      .replacing(#/"(?<name>seconds|waiting|requests)": [\d.]+/#) {
        "\"\($0.name)\": …"
      }
  }
}
