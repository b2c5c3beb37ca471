// SPDX-License-Identifier: Apache-2.0
// Answers that repeat the token as a careless server writes it down, or where nobody looks.

import Loopback
import Wire

/// How a secret is spelled where an answer repeats it.
enum Spelling: String, Sendable, CaseIterable {
  case oneLetterEscaped, unicodeEscapes, nestedEscapes, percent, doublePercent, entities
  case upperCase, hexadecimal, upperHexadecimal, base64, base64OfMore, base64URL, base64InLines

  /// What stands in the place of the text, as the inside of a string of JSON.
  func spelled(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let hexadecimal = bytes.map(ASCII.hexadecimal)
    let escapes = hexadecimal.map { #"\u00"# + $0 }
    switch self {
    case .oneLetterEscaped:
      let middle = bytes.count / 2
      return "\(text.prefix(middle))\(escapes[middle])\(text.dropFirst(middle + 1))"
    case .unicodeEscapes: return escapes.joined()
    case .nestedEscapes: return escapes.map { #"\\\"# + $0 }.joined()
    case .percent: return hexadecimal.map { "%" + $0 }.joined()
    case .doublePercent: return hexadecimal.map { "%25" + $0.lowercased() }.joined()
    case .entities: return bytes.map { "&#\($0);" }.joined()
    case .upperCase: return text.uppercased()
    case .hexadecimal: return hexadecimal.joined().lowercased()
    case .upperHexadecimal: return hexadecimal.joined()
    case .base64: return Base64.encode(bytes)
    case .base64OfMore: return Base64.encode(Array("user:\(text)@host".utf8))
    case .base64URL:
      return Base64.encode(Array("x\(text)".utf8)).replacing("=", with: "")
        .replacing("+", with: "-").replacing("/", with: "_")
    case .base64InLines:
      let digits = Array(Base64.encode(bytes))
      return stride(from: 0, to: digits.count, by: 20)
        .map { String(digits[$0..<min($0 + 20, digits.count)]) }.joined(separator: #"\r\n"#)
    }
  }

  /// The name in kebab case.
  var word: String { rawValue.replacing("URL", with: "-url").kebab }
}

extension Fault {
  static let spelledTokens: [Fault] =
    Spelling.allCases.map { spelling in
      repeatingToken(spelling.word, by: .instanceJobs, in: 400) { response, token in
        let text = "refused for \(spelling.spelled(token))."
        response.body = Array(#"{"error_code":"SWR.400001","error_msg":"\#(text)"}"#.utf8)
      }
    } + [
      repeatingToken("in-a-list", by: .gcTasks, in: 200) { response, token in
        let name = Spelling.unicodeEscapes.spelled("token")
        let value = Spelling.oneLetterEscaped.spelled(token)
        let text = String(decoding: response.body, as: UTF8.self)
        response.body = Array(
          text.replacing(#"{"id":"#, with: #"{"\#(name)":"\#(value)","id":"#).utf8)
      },
      repeatingToken("in-a-header-field", by: .webhookJobs, in: 400) { response, token in
        response.headers["X-Echo"] = "Bearer " + Spelling.base64.spelled(token)
      },
      repeatingToken("in-the-name-of-a-field", by: .retentionTasks, in: 400) { response, token in
        response.headers["X-\(token.lowercased())"] = "1"
      },
    ]

  /// Answers of one status repeat the token that was sent.
  private static func repeatingToken(
    _ word: String, by list: ListOperation, in status: Int,
    _ change: @escaping @Sendable (inout HTTPResponse, String) -> Void
  ) -> Fault {
    Fault(
      "\(list.word)-repeats-token-\(word)", list, "token-is-not-repeated",
      "a \(status) repeats the token: \(word.replacing("-", with: " "))",
      .answer { answer, context in
        guard answer.response.status.code == status,
          let token = context.request.headers["X-Auth-Token"]
        else { return }
        change(&answer.response, token)
      })
  }
}
