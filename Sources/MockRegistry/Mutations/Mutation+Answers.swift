// SPDX-License-Identifier: Apache-2.0
// The words in which a fault says what happens to finished answers.

import Loopback
import Wire

extension Mutation {
  /// The answers that a mutation is about.
  enum Answers: Sendable {
    case all, lists, refusals
    case status(Int)
    /// Lists that were asked for in the same way before.
    case repeated
    /// Lists of offsets behind the last row.
    case pastEnd
    /// Answers to requests of that kind, all or those of one status.
    case asking(@Sendable (HTTPRequest) -> Bool, status: Int? = nil)
    /// Answers to paths that say something of that kind in the place of a fact.
    case naming(String, @Sendable (String) -> Bool)

    func contains(_ response: HTTPResponse, on context: RequestContext) -> Bool {
      switch self {
      case .all: true
      case .lists: response.status == 200
      case .refusals: response.status != 200
      case .status(let code): response.status.code == code
      case .repeated: response.status == 200 && context.repeats > 0
      case .pastEnd:
        response.status == 200
          && context.request.number("offset") ?? -1 >= context.table.view().count
      case .asking(let isMeant, let code):
        code ?? response.status.code == response.status.code && isMeant(context.request)
      case .naming(let fact, let isMeant): context.argument(fact).map { isMeant($0.value) } ?? false
      }
    }
  }

  static func answers(
    _ which: Answers, _ change: @escaping @Sendable (inout HTTPResponse) -> Void
  ) -> Mutation {
    .answer { answer, context in
      if which.contains(answer.response, on: context) { change(&answer.response) }
    }
  }

  static func header(_ name: String, _ value: String?, on which: Answers = .lists) -> Mutation {
    answers(which) { $0.headers[name] = value }
  }

  /// Rewrites the text of a body.
  static func text(
    _ which: Answers = .lists, _ change: @escaping @Sendable (String) -> String
  ) -> Mutation {
    bytes(which) { Array(change(String(decoding: $0, as: UTF8.self)).utf8) }
  }

  static func bytes(
    _ which: Answers = .lists, _ change: @escaping @Sendable ([UInt8]) -> [UInt8]
  ) -> Mutation {
    answers(which) { $0.body = change($0.body) }
  }

  static func status(_ code: Int, on which: Answers) -> Mutation {
    answers(which) { $0.status = .init(code) }
  }

  /// Answers with a status and without a body.
  static func nothing(_ code: Int, on which: Answers) -> Mutation {
    answers(which) { ($0.status, $0.body) = (.init(code), []) }
  }

  /// Delivers answers in a way made from the length of their body.
  static func deliver(
    _ which: Answers = .lists, _ delivery: @escaping @Sendable (Int) -> LoopbackAnswer.Delivery
  ) -> Mutation {
    .answer { answer, context in
      guard which.contains(answer.response, on: context) else { return }
      answer.delivery = delivery(answer.response.body.count)
    }
  }

  /// Answers with an error in the registry's own shape.
  static func error(_ code: Int, on which: Answers) -> Mutation {
    answers(which) {
      $0.status = .init(code)
      $0.body = Array(#"{"error_code":"SWR.\#(code)001","error_msg":"internal error"}"#.utf8)
    }
  }

  static func crash(_ which: Answers) -> Mutation { error(500, on: which) }

  /// Answers with a page made for people.
  static func html(_ which: Answers) -> Mutation {
    answers(which) { response in
      response.headers["Content-Type"] = "text/html"
      response.body = Array("<html><body><h1>Error</h1></body></html>".utf8)
    }
  }

  /// Rewrites refusals of one status, or of any, before they are written.
  static func refusals(
    _ status: Int? = nil, _ change: @escaping @Sendable (inout ErrorResponse) -> Void
  ) -> Mutation {
    .refusal { refusal, _ in
      if status ?? refusal.status == refusal.status { change(&refusal) }
    }
  }
}
