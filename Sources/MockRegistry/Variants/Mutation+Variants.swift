// SPDX-License-Identifier: Apache-2.0
// The words in which a variant says what is odd, beyond those it shares with faults.

import Loopback
import Wire

extension Mutation {
  /// Changes the rows of one list.
  static func rows(
    of list: ListOperation, _ change: @escaping @Sendable (inout RawObject) -> Void
  ) -> Mutation {
    .row { row, place in
      if place.context.list == list { change(&row) }
    }
  }

  /// Spells the status words of one list in another way.
  static func words(of list: ListOperation, _ words: [String: String]) -> Mutation {
    rows(of: list) { row in
      guard let word = row.word("status"), let other = words[String(word)] else { return }
      row["status"] = other.quoted
    }
  }

  /// Rewrites every time of a row.
  static func times(_ change: @escaping @Sendable (Substring) -> String) -> Mutation {
    .row { row, place in
      for name in place.context.list.rows.timeFields {
        if let text = row.word(name) { row[name] = change(text).quoted }
      }
    }
  }

  /// Says of every refusal the same in another shape.
  static func shape(_ body: @escaping @Sendable (ErrorResponse) -> String) -> Mutation {
    refusals { refusal in
      refusal.body = RawObject(json: body(refusal))
    }
  }

  /// Rewrites the names of all header fields.
  static func headerNames(_ change: @escaping @Sendable (String) -> String) -> Mutation {
    answers(.all) { response in
      response.headers = HTTPFields(
        response.headers.fields.map { HTTPFields.Field(change($0.name), $0.value) }
      )
    }
  }

  /// Answers every request of GC tasks that got so far with one refusal.
  static func withoutGC(_ status: Int, code: String, _ message: String) -> Mutation {
    .answer { answer, context in
      guard context.list == .gcTasks, ![401, 405].contains(answer.response.status.code) else {
        return
      }
      answer.response.status = .init(status)
      let text = "{\"error_code\":\(code.quoted),\"error_msg\":\(message.quoted)}"
      answer.response.body = Array(text.utf8)
    }
  }

  /// Waits before every answer.
  static func wait(_ delay: Duration) -> Mutation { .answer { answer, _ in answer.delay = delay } }
}

extension ErrorResponse {
  /// The error message, in JSON.
  var message: String { body["error_msg"] ?? "null" }

  /// The word that the upstream registry has for the status.
  var upstreamCode: String {
    switch status {
    case 400: "BAD_REQUEST"
    case 401: "UNAUTHORIZED"
    case 403: "FORBIDDEN"
    case 404: "NOT_FOUND"
    default: "METHOD_NOT_ALLOWED"
    }
  }
}

extension String {
  /// The JSON with a line for every member, two blanks deep for every bracket.
  var prettyPrinted: String {
    var depth = 0
    var inString = false
    var escaped = false
    return reduce(into: "") { text, character in
      let line = { "\n" + String(repeating: "  ", count: depth) }
      switch character {
      case _ where inString, "\"":
        if character == "\"", !escaped { inString.toggle() }
        escaped = character == "\\" && !escaped
        text.append(character)
      case "{", "[":
        depth += 1
        text += "\(character)" + line()
      case "}", "]":
        depth -= 1
        text += line() + "\(character)"
      case ",": text += "," + line()
      case ":": text += " : "
      default: text.append(character)
      }
    }
  }

  /// The JSON with every letter beyond ASCII as an escape.
  var escapedBeyondASCII: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      guard !scalar.isASCII else { return text.unicodeScalars.append(scalar) }
      for unit in String(scalar).utf16 {
        text += "\\u" + String(Int(unit) + 0x10000, radix: 16).dropFirst()
      }
    }
  }
}
