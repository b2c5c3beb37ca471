// SPDX-License-Identifier: Apache-2.0
// How a quirk is seen, in words for readers of the ledger.

import Contract

extension Quirk.Detection {
  /// Such as `answers`.
  var word: String {
    switch self {
    case .observed: "answers"
    case .heldBy: "case"
    case .onThePage: "page"
    case .unseen: "none"
    }
  }

  var sentence: String {
    switch self {
    case .observed(let observable, _): "answers show \(observable.words)"
    case .heldBy(let id): "the case \(id) holds servers to it"
    case .onThePage(let what): "on the page by \(what)"
    case .unseen(let why): "not seen: \(why)"
    }
  }
}

extension Observable {
  /// What is looked at.
  var words: String {
    switch self {
    case .field(let path, let trait, let condition):
      "the \(trait.words) of \(path) in every row" + (condition.map(\.text) ?? "")
    case .root(let path): "the form of \(path) on every page"
    case .names(let names): "which of \(names.joined(separator: ", ")) every row has"
    case .prefix(let path, let parameter): "whether \(path) opens with \(parameter)"
    case .pair(let left, let right): "whether \(left) and \(right) are equal"
    case .fractionDigits(let fields): "the fraction digits of \(fields.joined(separator: ", "))"
    case .extraMembers: "members of a row that no table has"
    case .nulls: "members of a row that are null"
    case .order(let path): "the order of \(path)"
    case .envelope: "how the body is built"
    case .defaultSize: "how many rows come if no limit is sent"
    case .totalUnderFilter: "what total counts under a filter"
    case .filteredWords: "the words of the rows that a filter keeps"
    case .markerOnShortPage: "the marker behind a page that is not full"
    case .status(.query(let query)):
      "the answer to " + query.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    case .status(.unknown(let parameter)): "the answer for an unknown \(parameter)"
    case .errorShape(.any): "the shape of errors"
    case .errorShape(.unauthenticated): "the shape of 401"
    case .errorCode: "the family of error_code"
    case .errorMember(let name): "\(name) in errors other than 403"
    case .header(let name): "the header field \(name)"
    }
  }
}

extension Observable.Trait {
  fileprivate var words: String {
    switch self {
    case .value: "value"
    case .among(let words): "value (\(words.joined(separator: ", ")))"
    case .form, .zeroTime: "form"
    case .letterCase: "letter case"
    case .shape: "shape"
    case .magnitude: "magnitude"
    }
  }
}

extension Observable.Condition {
  fileprivate var text: String { " whose \(field) is \(words.joined(separator: ", "))" }
}

extension Side {
  /// The signs by which the side is known.
  var signsText: String {
    signs == [Side.anything] ? "anything else" : signs.joined(separator: ", ")
  }
}

extension Side.Party {
  var words: String {
    switch self {
    case .table: "the table"
    case .example: "the example"
    case .other: "another source"
    }
  }
}
