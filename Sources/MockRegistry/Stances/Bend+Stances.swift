// SPDX-License-Identifier: Apache-2.0
// The words in which a stance says what it does, beyond those it shares with variants.

import Loopback
import Wire

extension Bend {
  /// Puts that JSON into a field of one list, or takes the field away.
  static func put(_ name: String, _ json: String?, of listing: Listing) -> Bend {
    rows(of: listing) { $0[name] = json }
  }

  /// Rewrites the JSON of a field of one list.
  static func rewrite(
    _ name: String, of listing: Listing, _ change: @escaping @Sendable (String) -> String
  ) -> Bend {
    rows(of: listing) { row in
      if let json = row[name] { row[name] = change(json) }
    }
  }

  static func rename(_ name: String, to newName: String, of listing: Listing) -> Bend {
    rows(of: listing) { $0.rename(name, to: newName) }
  }

  /// Puts that JSON where the zero time stands for the end of a task.
  static func unfinishedEnd(_ json: String?, of listing: Listing) -> Bend {
    rows(of: listing) { row in
      if row.word("end_time") == Timestamp.zero[...] { row["end_time"] = json }
    }
  }

  /// Writes every time but the zero time with that many digits of fraction.
  static func fractionDigits(_ count: Int) -> Bend {
    times { text in
      guard text != Timestamp.zero, let time = Timestamp(text) else { return String(text) }
      let digits = time.tail.dropFirst().dropLast() + "000000001"
      return "\(time.text.prefix(19)).\(digits.prefix(count))Z"
    }
  }

  /// Takes a missing limit for that number in some lists.
  static func defaultLimit(_ limit: Int, of listings: [Listing]) -> Bend {
    .request { request, occasion in
      guard listings.contains(occasion.listing), request[query: "limit"] == nil else { return }
      request[query: "limit"] = "\(limit)"
    }
  }

  /// Refuses lists that are asked for in some way.
  static func refuse(
    _ parameter: String, if isRefused: @escaping @Sendable (Occasion) -> Bool
  ) -> Bend {
    .answer { answer, occasion in
      guard answer.response.status == 200, isRefused(occasion) else { return }
      answer.response.status = 400
      answer.response.body = Array(Refusal.invalid(parameter).body.json.utf8)
    }
  }

  /// Refuses offsets of instance jobs that are no multiples of the limit.
  static let multiplesOfInstanceJobs = refuse("offset") { occasion in
    guard occasion.listing == .instanceJobs, let offset = occasion.request.number("offset") else {
      return false
    }
    return offset % (occasion.request.number("limit") ?? 100) != 0
  }

  /// Reads a page from any row on, also where only multiples are documented.
  static let roundedDown = Bend.request { request, occasion in
    guard let offset = occasion.offsetBetweenPages else { return }
    request[query: "offset"] = "\(offset - offset % occasion.limit)"
  }

  static let fromAnyRow = Bend.page { page, question, occasion in
    guard let offset = occasion.offsetBetweenPages else { return }
    let view = occasion.table.view(status: question.status)
    let end = min(offset + occasion.limit, view.count)
    page.rows = offset < end ? Array(view[offset..<end]) : []
  }

  /// Answers requests of GC tasks with another frame, made from the rows in JSON.
  static func gcBody(_ change: @escaping @Sendable (String) -> String) -> Bend {
    .answer { answer, occasion in
      guard occasion.listing == .gcTasks, answer.response.status == 200 else { return }
      let page = Record.array(Array("[".utf8) + answer.response.body + Array("]".utf8)).first
      answer.response.body = Array(change(page?["tasks"] ?? "[]").utf8)
    }
  }
}

extension Occasion {
  var limit: Int { request.number("limit") ?? listing.defaultLimit }

  /// The offset that was asked for, where it is good but for being no multiple.
  fileprivate var offsetBetweenPages: Int? {
    guard listing.wantsMultiples, !listing.turnsByMarker, (1...100).contains(limit),
      let offset = request.number("offset"), offset > 0, offset % limit != 0
    else { return nil }
    return offset
  }
}
