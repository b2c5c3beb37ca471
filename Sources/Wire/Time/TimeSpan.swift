// SPDX-License-Identifier: Apache-2.0
// A length of time as a person types it.

/// Reads `800ms`, `2s` and `1.5s`.
public enum TimeSpan {
  /// In seconds, more than 0 and at most a day; nil for anything else.
  public static func seconds(_ text: some StringProtocol) -> Double? {
    let isMilliseconds = text.hasSuffix("ms")
    guard isMilliseconds || text.hasSuffix("s") else { return nil }
    let digits = text.dropLast(isMilliseconds ? 2 : 1)
    guard digits.utf8.allSatisfy({ ASCII.isDigit($0) || $0 == UInt8(ascii: ".") }),
      let number = Double(String(digits))
    else { return nil }
    let seconds = isMilliseconds ? number / 1000 : number
    return seconds > 0 && seconds <= 86_400 ? seconds : nil
  }
}
