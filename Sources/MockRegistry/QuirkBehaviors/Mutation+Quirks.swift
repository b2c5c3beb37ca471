// SPDX-License-Identifier: Apache-2.0
// The words in which a behavior says what it does, beyond those it shares with variants.

import Loopback
import Wire

extension Mutation {
  /// Puts that JSON into a field of one list, or takes the field away.
  static func put(_ name: String, _ json: String?, of list: ListOperation) -> Mutation {
    rows(of: list) { $0[name] = json }
  }

  /// Rewrites the JSON of a field of one list.
  static func rewrite(
    _ name: String, of list: ListOperation, _ change: @escaping @Sendable (String) -> String
  ) -> Mutation {
    rows(of: list) { row in
      if let json = row[name] { row[name] = change(json) }
    }
  }

  static func rename(_ name: String, to newName: String, of list: ListOperation) -> Mutation {
    rows(of: list) { $0.rename(name, to: newName) }
  }

  /// Puts that JSON where the zero time stands for the end of a task.
  static func unfinishedEnd(_ json: String?, of list: ListOperation) -> Mutation {
    rows(of: list) { row in
      if row.word("end_time") == Timestamp.zero[...] { row["end_time"] = json }
    }
  }

  /// Writes every time but the zero time with that many digits of fraction.
  static func fractionDigits(_ count: Int) -> Mutation {
    times { text in
      guard text != Timestamp.zero, let time = Timestamp(text) else { return String(text) }
      let digits = time.tail.dropFirst().dropLast() + "000000001"
      return "\(time.text.prefix(19)).\(digits.prefix(count))Z"
    }
  }

  /// Takes a missing limit for that number in some lists.
  static func defaultLimit(_ limit: Int, of lists: [ListOperation]) -> Mutation {
    .request { request, context in
      guard lists.contains(context.list), request[query: "limit"] == nil else { return }
      request[query: "limit"] = "\(limit)"
    }
  }

  /// Refuses lists that are asked for in some way.
  static func refuse(
    _ parameter: String, if isRefused: @escaping @Sendable (RequestContext) -> Bool
  ) -> Mutation {
    .answer { answer, context in
      guard answer.response.status == 200, isRefused(context) else { return }
      answer.response.status = 400
      answer.response.body = Array(ErrorResponse.invalid(parameter).body.json.utf8)
    }
  }

  /// Refuses offsets of instance jobs that are no multiples of the limit.
  static let multiplesOfInstanceJobs = refuse("offset") { context in
    guard context.list == .instanceJobs, let offset = context.request.number("offset") else {
      return false
    }
    return offset % (context.request.number("limit") ?? 100) != 0
  }

  /// Reads a page from any row on, also where only multiples are documented.
  static let roundedDown = Mutation.request { request, context in
    guard let offset = context.offsetBetweenPages else { return }
    request[query: "offset"] = "\(offset - offset % context.limit)"
  }

  static let fromAnyRow = Mutation.page { page in
    if let offset = page.context.offsetBetweenPages { page.showRows(from: offset) }
  }

  /// Answers requests of GC tasks with another frame, made from the rows in JSON.
  static func gcBody(_ change: @escaping @Sendable (String) -> String) -> Mutation {
    .answer { answer, context in
      guard context.list == .gcTasks, answer.response.status == 200 else { return }
      let page = RawObject(json: String(decoding: answer.response.body, as: UTF8.self))
      answer.response.body = Array(change(page["tasks"] ?? "[]").utf8)
    }
  }
}

extension RequestContext {
  var limit: Int { request.number("limit") ?? list.paging.defaultLimit }

  /// The offset that was asked for, where it is good but for being no multiple.
  fileprivate var offsetBetweenPages: Int? {
    guard list.wantsMultiples, !list.turnsByMarker, (1...100).contains(limit),
      let offset = request.number("offset"), offset > 0, offset % limit != 0
    else { return nil }
    return offset
  }
}
