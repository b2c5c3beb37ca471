// SPDX-License-Identifier: Apache-2.0
// What of an answer nobody may see, not even a check, and what stands there instead.

public import Contract
public import Wire

/// Takes secrets out of answers without moving what stands beside them.
///
/// Every transport does this to every answer, so that no finding, report, recording or attachment
/// can hold a secret. The server decides how it spells what it repeats: a secret is found as it is,
/// in another case, with any of its characters escaped (JSON, percent-encoding, HTML, and each
/// inside of another), in hexadecimal digits, and in base64 at any place of a longer text.
///
/// A mask is as long as what it hides, wherever that is longer than the mark, so that the bytes that
/// a finding names stay where they were on the wire. What is hidden because of its name keeps its
/// form: a string becomes stars, the digits of a number ones.
public struct Redaction: Sendable {
  /// Stands for the value of a header field that is secret whatever it is.
  public static let hidden = "redacted"

  /// In bytes; a shorter text may well stand in an answer by chance, and stays.
  public static let shortest = 8

  /// Whether a text can be looked for in answers: it is long enough, and nobody's mask.
  public static func canSeek(_ secret: String) -> Bool {
    secret.utf8.count >= shortest && !secret.isMask
  }

  /// Stands for a secret that an answer repeated.
  public let mark: String
  /// What is always hidden, and what only some answers may repeat.
  private var needles: [NeedleSet]
  private let members: SecretMembers

  /// Works out every spelling, so one that is used for many answers is made once.
  ///
  /// - Parameters:
  ///   - secrets: What no answer may repeat; the token that nobody issued is always among them.
  ///   - names: What an answer may repeat, and nobody has to see, such as the id of a key.
  public init(for profile: Profile, secrets: [String] = [], names: [String] = []) {
    let secrets = Self.wanted(secrets + [profile.wrongToken])
    mark = profile.mark
    members = SecretMembers(profile.secretMembers)
    needles = [
      NeedleSet(
        secrets.flatMap { Needle.spellings(of: $0, hiding: .mark) }
          + Self.wanted(names).subtracting(secrets)
          .flatMap { Needle.spellings(of: $0, hiding: .stars) }
          + [Needle(profile.mark.utf8, hiding: .mark)])
    ]
  }

  /// The same, which also hides some texts that an answer may repeat, as they are or escaped.
  public func hiding(_ names: [String]) -> Redaction {
    let more = Self.wanted(names).map { Needle($0, hiding: .stars) }
    guard !more.isEmpty else { return self }
    var copy = self
    copy.needles.append(NeedleSet(more))
    return copy
  }

  private static func wanted(_ texts: [String]) -> Set<[UInt8]> {
    Set(texts.lazy.map { Array($0.utf8) }.filter { $0.count >= shortest })
  }

  public func redacted(_ response: HTTPResponse) -> HTTPResponse {
    var copy = response
    copy.headers = redacted(response.headers)
    copy.body = redacted(response.body)
    copy.arrival = response.arrival.map(redacted)
    return copy
  }

  private func redacted(_ arrival: HTTPResponse.Arrival) -> HTTPResponse.Arrival {
    var copy = arrival
    copy.reason = arrival.reason.map(redacted)
    copy.earlyFields = redacted(arrival.earlyFields)
    copy.trailers = redacted(arrival.trailers)
    copy.oddities = arrival.oddities.map { HTTPResponse.Oddity($0.kind, redacted($0.detail)) }
    return copy
  }

  /// The bytes without secrets, signatures and what members named like a password hold.
  public func redacted(_ bytes: [UInt8]) -> [UInt8] {
    let masks = masks(on: bytes)
    return masks.isEmpty ? bytes : masks.applied(to: bytes, mark: mark)
  }

  private func masks(on bytes: [UInt8]) -> Masks {
    let hasQuotes = needles.contains(where: \.hasQuotes)
    var masks = Masks()
    var text = bytes
    for level in 0...Unescaping.deepest {
      if level > 0 {
        guard let plain = text.unescaped(quotes: hasQuotes) else { break }
        text = plain
      }
      var found = Masks()
      text.withUnsafeBufferPointer { text in
        for set in needles { found.add(set.search(text)) }
        found.add(members.search(text))
      }
      guard !found.isEmpty else { continue }
      masks.add(found.moved(into: bytes, behind: level, quotes: hasQuotes))
    }
    return masks
  }

  public func redacted(_ text: String) -> String {
    String(decoding: redacted(Array(text.utf8)), as: UTF8.self)
  }

  /// The fields as they may be shown; most have nothing to hide, and are looked through together.
  private func redacted(_ fields: HTTPFields) -> HTTPFields {
    // No secret has this byte, and no escape.
    var all: [UInt8] = []
    for text in fields.fields.lazy.flatMap({ [$0.name, $0.value] }) {
      all += text.utf8
      all.append(0)
    }
    let isPlain = masks(on: all).isEmpty && !fields.fields.contains { isSecret($0.name) }
    return isPlain ? fields : HTTPFields(fields.fields.map(redacted))
  }

  /// The field as it may be shown; one that repeats a secret still says so.
  public func redacted(_ field: HTTPFields.Field) -> HTTPFields.Field {
    let (name, value) = (redacted(field.name), redacted(field.value))
    guard isSecret(name) else { return HTTPFields.Field(name, value) }
    return HTTPFields.Field(name, value.contains(mark) ? mark : Self.hidden)
  }

  private func isSecret(_ name: String) -> Bool {
    Self.secretNames.contains(name.lowercased()) || members.contain(name)
  }

  /// Header fields whose values let somebody in, beside those that are named like a password.
  private static let secretNames: Set<String> = [
    "authorization", "cookie", "proxy-authorization", "set-cookie",
  ]
}
