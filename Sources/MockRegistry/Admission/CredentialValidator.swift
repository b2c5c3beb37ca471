// SPDX-License-Identifier: Apache-2.0
// Who is let in: a good token, or a signature that this registry computes again by itself.

import Wire

/// The tokens that are good at this moment, and the moment.
struct CredentialValidator: Sendable {
  var tokens: Set<String>
  /// Seconds since 1970, against which the time of a signature is held.
  var now: Int
  var keys = AccessKey.all

  /// How many seconds a client's clock may be off, either way.
  static let tolerance = 15 * 60

  /// Throws 401 unless the request has a good token or a good signature.
  func admit(_ request: HTTPRequest) throws(ErrorResponse) {
    if let text = request.headers["Authorization"], text.hasPrefix(Signature.algorithm) {
      guard let signature = Signature(text) else {
        throw .unauthenticated("the Authorization field cannot be read")
      }
      try admit(request, with: signature)
    } else {
      guard let token = request.headers["X-Auth-Token"], !token.isEmpty else { throw .noToken }
      guard tokens.contains(token) else { throw .wrongToken }
    }
  }

  private func admit(_ request: HTTPRequest, with signature: Signature) throws(ErrorResponse) {
    guard let key = keys.first(where: { $0.id == signature.access }) else {
      throw .unauthenticated("the access key does not exist")
    }
    try checkTime(of: request, signature)
    if let token = key.securityToken, request.headers["X-Security-Token"] != token {
      throw .unauthenticated("the security token of temporary keys is missing or wrong")
    }
    guard signature.digits == signature.digits(of: request, secret: key.secret) else {
      throw .unauthenticated("verify aksk signature fail")
    }
  }

  private func checkTime(of request: HTTPRequest, _ signature: Signature) throws(ErrorResponse) {
    guard signature.names.contains("x-sdk-date"),
      let seconds = request.headers["X-Sdk-Date"].flatMap(Self.seconds)
    else { throw .unauthenticated("X-Sdk-Date is missing, malformed or not signed") }
    guard abs(seconds - now) <= Self.tolerance else {
      throw .unauthenticated("X-Sdk-Date is more than 15 minutes off the time of the server")
    }
  }

  /// Reads `20250805T000000Z`.
  private static func seconds(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 16, bytes[8] == UInt8(ascii: "T"), bytes[15] == UInt8(ascii: "Z"),
      (bytes[..<8] + bytes[9..<15]).allSatisfy(ASCII.isDigit)
    else { return nil }
    let digits = Array(text)
    let cuts = [(0, 4, "-"), (4, 6, "-"), (6, 8, "T"), (9, 11, ":"), (11, 13, ":"), (13, 15, "Z")]
    return Timestamp(cuts.map { String(digits[$0.0..<$0.1]) + $0.2 }.joined())?.seconds
  }
}

extension ErrorResponse {
  /// What the gateway says of credentials that it does not take; never repeats any of them.
  static func unauthenticated(_ reason: String) -> ErrorResponse {
    gateway(401, "APIGW.0301", "Incorrect IAM authentication information: \(reason)")
  }
}
