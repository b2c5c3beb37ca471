// SPDX-License-Identifier: Apache-2.0
// What of an answer nobody may see, not even a check, and what stands there instead.

public import Wire

/// Takes secrets out of answers without moving what stands beside them.
///
/// Every transport does this to every answer, so that no finding, report, recording or attachment
/// can hold a secret. A mask is as long as what it hides, wherever that is longer than ``mark``, so
/// that the bytes that a finding names stay where they were on the wire.
public struct Redaction: Sendable {
  /// Stands for a secret that an answer repeated.
  public static let mark = "redacted-by-\(Suite.name)"

  /// Stands for the value of a header field that is secret whatever it is.
  public static let hidden = "redacted"

  /// In bytes; a shorter text may well stand in an answer by chance, and stays.
  public static let shortest = 8

  private let secrets: [String]
  private let names: [String]

  /// - Parameters:
  ///   - secrets: What no answer may repeat.
  ///   - names: What an answer may repeat, and nobody has to see, such as the id of a key.
  public init(secrets: [String] = [], names: [String] = []) {
    self.secrets = Self.longestFirst(secrets)
    self.names = Self.longestFirst(names)
  }

  private static func longestFirst(_ texts: [String]) -> [String] {
    Set(texts.filter { $0.utf8.count >= shortest }).sorted { $0.utf8.count > $1.utf8.count }
  }

  public func redacted(_ response: HTTPResponse) -> HTTPResponse {
    var shown = response
    shown.headers = HTTPFields(response.headers.fields.map(redacted))
    shown.body = redacted(response.body)
    shown.arrival = response.arrival.map(redacted)
    return shown
  }

  private func redacted(_ arrival: HTTPResponse.Arrival) -> HTTPResponse.Arrival {
    var shown = arrival
    shown.reason = arrival.reason.map(redacted)
    shown.trailers = HTTPFields(arrival.trailers.fields.map(redacted))
    shown.oddities = arrival.oddities.map { HTTPResponse.Oddity($0.kind, redacted($0.detail)) }
    return shown
  }

  /// The bytes without secrets, signatures and what stands behind `redis_url_reg`.
  public func redacted(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for secret in secrets { bytes = bytes.masking(secret, with: Self.mark) }
    for name in names { bytes = bytes.masking(name, with: "") }
    bytes.hideValues(of: "redis_url_reg")
    bytes.hideSignatures()
    return bytes
  }

  public func redacted(_ text: String) -> String {
    String(decoding: redacted(Array(text.utf8)), as: UTF8.self)
  }

  /// The field as it may be shown; one that repeats a secret still says so.
  public func redacted(_ field: HTTPFields.Field) -> HTTPFields.Field {
    let value = redacted(field.value)
    guard Self.secretNames.contains(field.name.lowercased()) else {
      return HTTPFields.Field(field.name, value)
    }
    let repeats = value.contains(Self.mark) || value.contains(Credential.wrongToken)
    return HTTPFields.Field(field.name, repeats ? Self.mark : Self.hidden)
  }

  /// Header fields whose values let somebody in.
  private static let secretNames: Set<String> = [
    "authorization", "cookie", "proxy-authorization", "set-cookie", "x-auth-token",
    "x-security-token", "x-subject-token",
  ]
}
