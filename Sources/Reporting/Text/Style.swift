// SPDX-License-Identifier: Apache-2.0
// Colour, if it was asked for; the words are the same without it.

package import Conformance

extension TextReport {
  /// How words are set off: by terminal colours or not at all.
  public struct Style: Sendable, Hashable {
    public var color: Bool

    public init(color: Bool) { self.color = color }

    package func bold(_ text: String) -> String { paint(text, code: "1") }

    package func paint(_ text: String, _ outcome: Verdict.Outcome) -> String {
      switch outcome {
      case .passed: paint(text, code: "32")
      case .warned: paint(text, code: "33")
      case .failed: paint(text, code: "1;31")
      case .inconclusive, .skipped: paint(text, code: "35")
      }
    }

    func paint(_ text: String, _ severity: Severity) -> String {
      switch severity {
      case .error: paint(text, .failed)
      case .warning: paint(text, .warned)
      case .note: paint(text, code: "36")
      }
    }

    /// Wraps a text in the SGR sequence of ECMA-48 with that parameter.
    private func paint(_ text: String, code: String) -> String {
      color ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
  }
}
