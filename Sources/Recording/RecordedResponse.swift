// SPDX-License-Identifier: Apache-2.0
// A recorded answer whose body stays in the file until somebody asks for it.

import Foundation
import Wire

/// An answer as a recording holds it.
struct RecordedResponse: Sendable {
  var status: HTTPResponse.Status
  var headers: HTTPFields
  var body: Body
  /// What was odd about how it travelled; other programs do not tell.
  var oddities: [HTTPResponse.Oddity] = []

  enum Body: Sendable, Hashable {
    /// A short one, as it was received.
    case bytes([UInt8])
    /// The string literal at that place of the file.
    case text(Range<Int>)
    /// The string literal at that place of the file, which is Base64.
    case base64(Range<Int>)

    /// Whatever in the text is not of the alphabet does not count; nil if the rest is no Base64.
    static func decoded(base64 text: [UInt8]) -> [UInt8]? {
      Data(base64Encoded: Data(text), options: .ignoreUnknownCharacters).map { Array($0) }
    }
  }

  /// The answer as it was received; nil where somebody changed the file.
  func whole(from file: RecordingFile) -> HTTPResponse? {
    let bytes =
      switch body {
      case .bytes(let bytes): bytes
      case .text(let literal): file.text(of: literal)
      case .base64(let literal): file.text(of: literal).flatMap(Body.decoded)
      }
    let arrival = oddities.isEmpty ? nil : HTTPResponse.Arrival(oddities: oddities)
    return bytes.map {
      HTTPResponse(status: status, headers: headers, body: $0, arrival: arrival)
    }
  }
}
