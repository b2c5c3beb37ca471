// SPDX-License-Identifier: Apache-2.0
// Data only: answers that repeat the token in another spelling, or where nobody looks.

import Loopback
import Wire

extension Fault {
  static let spelledTokens: [Fault] =
    Spelling.allCases.map { spelling in
      repeatingToken(spelling.word, by: .instanceJobs, in: 400) { response, token in
        response.replaceMessage(with: "refused for \(spelling.spelled(token)).")
      }
    } + [
      repeatingToken("in-a-list", by: .gcTasks, in: 200) { response, token in
        let name = Spelling.unicodeEscapes.spelled("token")
        let value = Spelling.oneLetterEscaped.spelled(token)
        let text = String(decoding: response.body, as: UTF8.self)
          .replacing(#"{"id":"#, with: #"{"\#(name)":"\#(value)","id":"#)
        response.body = Array(text.utf8)
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
      "\(list.word)-repeats-token-\(word)", list, rule: "token-is-not-repeated",
      "a \(status) repeats the token: \(word.replacing("-", with: " "))",
      [
        .answer { answer, context in
          guard answer.response.status.code == status,
            let token = context.request.headers["X-Auth-Token"]
          else { return }
          change(&answer.response, token)
        }
      ])
  }
}

extension HTTPResponse {
  /// Becomes an error that says so; the words are the inside of a string of JSON.
  fileprivate mutating func replaceMessage(with words: String) {
    body = Array(#"{"error_code":"SWR.400001","error_msg":"\#(words)"}"#.utf8)
  }
}
