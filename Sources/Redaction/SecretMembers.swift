// SPDX-License-Identifier: Apache-2.0
// Finds what is secret by its place: behind a name like `password`, `Signature=`, or in a URL.

import Wire

/// Values that are secret whatever they are.
struct SecretMembers: Sendable {
  /// A word with which a name ends.
  private struct Ending {
    /// What more it takes for the value to be secret.
    enum Condition {
      case none
      /// Not behind a word that tells of the pages of a list.
      case notOfPages
      /// Behind a word that tells which key it is.
      case ofSecrets
      /// No member at all, but `=` and hexadecimal digits.
      case digits
    }

    /// In lower case, and not counted by references, for candidates are many.
    let word: StaticString
    /// How far behind its beginning it is noticed.
    let offset: Int
    let condition: Condition

    init(_ word: StaticString, noticedAt offset: Int = 0, _ condition: Condition = .none) {
      self.word = word
      self.offset = offset
      self.condition = condition
    }

    var count: Int { word.utf8CodeUnitCount }
    /// The byte at which it is noticed.
    var sign: UInt8 { word.utf8Start[offset] }
  }

  private static let endings = [
    Ending("password"), Ending("passwords"), Ending("passwd"), Ending("passphrase"), Ending("pwd"),
    Ending("secret", noticedAt: 2), Ending("secrets", noticedAt: 2),
    Ending("token", noticedAt: 2, .notOfPages), Ending("key", .ofSecrets),
    Ending("credential", noticedAt: 5), Ending("credentials", noticedAt: 5),
    Ending("signature", noticedAt: 3, .digits),
  ]

  /// The names that only one API knows, in lower case.
  private let names: [[UInt8]]
  /// Finds them; nil where there is none.
  private let needles: NeedleSet?

  /// - Parameter names: Ends of names whose values are secret in one API, none shorter than four bytes.
  init(_ names: [String]) {
    self.names = names.map { Array($0.lowercased().utf8) }
    needles = names.isEmpty ? nil : NeedleSet(self.names.map { Needle($0, hiding: .stars) })
  }

  private static let secretKeys = [
    "access", "api", "auth", "encryption", "private", "secret", "shared", "signing",
  ]
  private static let pagingTokens = ["continuation", "next", "page", "pagination", "sync"]

  /// The places of values behind names that end like a password's, and of digits of signatures.
  func search(_ text: UnsafeBufferPointer<UInt8>) -> Masks {
    var (masks, own) = (Masks(), Masks())
    for (range, _) in needles?.search(text).ranges ?? [] {
      var value = SecretValue(text, behindName: range.upperBound)
      _ = value.hide(&own)
    }
    var place = 0
    let endings = Self.endings
    while let found = Self.candidate(in: text, from: place) {
      place = found + 1
      for ending in endings where ending.sign == text[found] | 0x20 {
        guard let end = Self.end(of: ending, in: text, noticedAt: found) else { continue }
        if ending.condition == .digits {
          place = max(place, Self.hideDigits(in: text, behind: end, &masks))
        } else if Self.isSecret(ending, in: text, endingAt: end), end < text.count,
          text[end] == UInt8(ascii: "=")
        {
          masks.add(Self.word(in: text, from: end + 1), .stars)
        } else if Self.isSecret(ending, in: text, endingAt: end) {
          var value = SecretValue(text, behindName: end)
          place = max(place, value.hide(&masks))
        }
      }
    }
    masks.add(own)
    masks.add(Self.passwordsOfURLs(in: text))
    return masks
  }

  /// The places of passwords before the host of a URL: `postgres://user:PASSWORD@host`.
  private static func passwordsOfURLs(in text: UnsafeBufferPointer<UInt8>) -> Masks {
    var masks = Masks()
    var place = 0
    let (colon, slash) = (UInt8(ascii: ":"), UInt8(ascii: "/"))
    while let found = text.firstPlace(
      in: place..<max(place, text.count - 3),
      where: { bytes in
        bytes.marks(colon) .& (bytes + 1).marks(slash) .& (bytes + 2).marks(slash)
      }, or: { $0[0] == colon && $0[1] == slash && $0[2] == slash })
    {
      place = found + 3
      let user = text[place...].prefix { !"/?#@: \t\r\n\"'<>\\".utf8.contains($0) }
      guard user.endIndex < text.count, text[user.endIndex] == colon else { continue }
      let password = text[(user.endIndex + 1)...].prefix { !"/?#@ \t\r\n\"'<>\\".utf8.contains($0) }
      guard password.endIndex < text.count, text[password.endIndex] == UInt8(ascii: "@") else {
        continue
      }
      masks.add(password.startIndex..<password.endIndex, .stars)
      place = password.endIndex
    }
    return masks
  }

  /// A value in running text, up to a blank or a sign that ends it.
  private static func word(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int> {
    let word = text[start...].prefix { !"&;, \t\r\n\"'<>()\\".utf8.contains($0) }
    return word.startIndex..<word.endIndex
  }

  /// Whether the value of something with that name is secret.
  func contain(_ name: String) -> Bool {
    let lowered = Array(name.lowercased().utf8)
    if names.contains(where: { lowered.suffix($0.count).elementsEqual($0) }) { return true }
    // With what a candidate has behind it in a text.
    let isCandidate = (Array(name.utf8) + [0, 0, 0]).withUnsafeBufferPointer {
      Self.candidate(in: $0, from: 0) != nil
    }
    return isCandidate
      && Array(name.utf8).withUnsafeBufferPointer { text in
        Self.endings.contains { ending in
          let place = text.count - ending.count + ending.offset
          return ending.condition != .digits
            && Self.end(of: ending, in: text, noticedAt: place) == text.count
            && Self.isSecret(ending, in: text, endingAt: text.count)
        }
      }
  }

  /// The next place where an ending may be noticed, by two of its bytes that seldom stand so.
  private static func candidate(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let (a, c, e) = (UInt8(ascii: "a"), UInt8(ascii: "c"), UInt8(ascii: "e"))
    let (k, n, p, s) = (UInt8(ascii: "k"), UInt8(ascii: "n"), UInt8(ascii: "p"), UInt8(ascii: "s"))
    let (t, u, w) = (UInt8(ascii: "t"), UInt8(ascii: "u"), UInt8(ascii: "w"))
    return text.firstPlace(
      in: start..<max(start, text.count - 3),
      where: { bytes in
        let first = bytes.lowercased
        let (second, fourth) = ((bytes + 1).lowercased, (bytes + 3).lowercased)
        return first.marks(p) .& (fourth.marks(s) .| second.marks(w))
          .| first.marks(c) .& fourth.marks(t) .| first.marks(k) .& second.marks(e)
          .| first.marks(n) .& (fourth.marks(a) .| fourth.marks(u))
      },
      or: { bytes in
        let (second, fourth) = (bytes[1] | 0x20, bytes[3] | 0x20)
        return switch bytes[0] | 0x20 {
        case p: fourth == s || second == w
        case c: fourth == t
        case k: second == e
        case n: fourth == a || fourth == u
        default: false
        }
      })
  }

  private static func end(
    of ending: Ending, in text: UnsafeBufferPointer<UInt8>, noticedAt place: Int
  ) -> Int? {
    let start = place - ending.offset
    guard start >= 0, start + ending.count <= text.count else { return nil }
    for index in 0..<ending.count
    where ASCII.lowercased(text[start + index]) != ending.word.utf8Start[index] { return nil }
    return start + ending.count
  }

  private static func isSecret(
    _ ending: Ending, in text: UnsafeBufferPointer<UInt8>, endingAt end: Int
  ) -> Bool {
    var start = end - ending.count
    if start > 0, "_-".utf8.contains(text[start - 1]) { start -= 1 }
    func stands(behind words: [String]) -> Bool {
      words.contains { word in
        start >= word.utf8.count
          && zip(text[(start - word.utf8.count)...], word.utf8).allSatisfy {
            ASCII.lowercased($0) == $1
          }
      }
    }
    return switch ending.condition {
    case .none, .digits: true
    case .notOfPages: !stands(behind: pagingTokens)
    case .ofSecrets: stands(behind: secretKeys)
    }
  }

  /// Hides the digits behind `Signature=`, and answers where they end.
  private static func hideDigits(
    in text: UnsafeBufferPointer<UInt8>, behind end: Int, _ masks: inout Masks
  ) -> Int {
    guard end < text.count, text[end] == UInt8(ascii: "=") else { return end }
    let digits = text[(end + 1)...].prefix { ASCII.hexValue($0) != nil }
    if digits.count >= 16 { masks.add(digits.startIndex..<digits.endIndex, .stars) }
    return digits.endIndex
  }
}

extension UnsafePointer<UInt8> {
  /// The next 16 bytes with every letter in lower case; other bytes may have become others.
  @inline(__always)
  fileprivate var lowercased: SIMD16<UInt8> {
    UnsafeRawPointer(self).loadUnaligned(as: SIMD16<UInt8>.self) | SIMD16(repeating: 0x20)
  }
}

extension SIMD16<UInt8> {
  @inline(__always)
  fileprivate func marks(_ byte: UInt8) -> SIMDMask<SIMD16<Int8>> {
    self .== SIMD16(repeating: byte)
  }
}
