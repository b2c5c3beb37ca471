// SPDX-License-Identifier: Apache-2.0
// The words in which a fault says what happens to finished answers.

import Loopback
import Wire

extension Mutation {
  /// The answers that a mutation is about.
  enum Answers: Sendable {
    case all
    case lists
    case refusals
    case status(Int)
    /// Answers to requests of that kind.
    case asking(@Sendable (HTTPRequest) -> Bool)

    func contains(_ response: HTTPResponse, to request: HTTPRequest) -> Bool {
      switch self {
      case .all: true
      case .lists: response.status == 200
      case .refusals: response.status != 200
      case .status(let code): response.status.code == code
      case .asking(let isMeant): isMeant(request)
      }
    }
  }

  static func answers(
    _ which: Answers,
    _ change: @escaping @Sendable (inout HTTPResponse) -> Void
  ) -> Mutation {
    .answer { answer, context in
      if which.contains(answer.response, to: context.request) { change(&answer.response) }
    }
  }

  static func header(_ name: String, _ value: String?, on which: Answers = .lists) -> Mutation {
    answers(which) { $0.headers[name] = value }
  }

  /// Rewrites the text of a body.
  static func text(
    _ which: Answers = .lists,
    _ change: @escaping @Sendable (String) -> String
  ) -> Mutation {
    answers(which) { response in
      response.body = Array(change(String(decoding: response.body, as: UTF8.self)).utf8)
    }
  }

  /// Rewrites the bytes of a list's body.
  static func bytes(_ change: @escaping @Sendable ([UInt8]) -> [UInt8]) -> Mutation {
    answers(.lists) { $0.body = change($0.body) }
  }

  static func status(_ code: Int, on which: Answers) -> Mutation {
    answers(which) { $0.status = .init(code) }
  }

  /// Delivers a list in a way made from the length of its body.
  static func deliver(_ delivery: @escaping @Sendable (Int) -> LoopbackAnswer.Delivery) -> Mutation
  {
    .answer { answer, _ in
      guard answer.response.status == 200 else { return }
      answer.delivery = delivery(answer.response.body.count)
    }
  }

  /// Answers some requests with 500.
  static func crash(_ which: Answers) -> Mutation {
    answers(which) { $0.refuse(500) }
  }

  /// Answers with 500 if the path says something of that kind in the place of a fact.
  static func crash(
    argument fact: String,
    if isMeant: @escaping @Sendable (String) -> Bool
  ) -> Mutation {
    .answer { answer, context in
      if let argument = context.argument(fact), isMeant(argument.value) {
        answer.response.refuse(500)
      }
    }
  }

  /// Refuses pages of offsets behind the last row.
  static func refusePastEnd(_ code: Int) -> Mutation {
    .answer { answer, context in
      guard answer.response.status == 200, let offset = context.request.number("offset") else {
        return
      }
      if offset >= context.table.view().count { answer.response.refuse(code) }
    }
  }

  /// Answers with a page made for people.
  static func html(_ which: Answers) -> Mutation {
    answers(which) { response in
      response.headers["Content-Type"] = "text/html"
      response.body = Array("<html><body><h1>Error</h1></body></html>".utf8)
    }
  }

  /// Rewrites refusals of one status before they are written.
  static func refusals(
    _ status: Int,
    _ change: @escaping @Sendable (inout ErrorResponse) -> Void
  ) -> Mutation {
    .refusal { refusal, _ in
      if refusal.status == status { change(&refusal) }
    }
  }
}

extension HTTPResponse {
  /// Becomes an error of that status in the registry's own shape.
  fileprivate mutating func refuse(_ code: Int) {
    status = Status(code)
    body = Array(#"{"error_code":"SWR.\#(code)001","error_msg":"internal error"}"#.utf8)
  }
}
