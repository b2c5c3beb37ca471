// SPDX-License-Identifier: Apache-2.0
// Promises that nobody can check: without a sentence, without a document, without a section.

extension SpecLint {
  static func sources(_ operation: Operation) -> [Problem] {
    let sentences = sentences(of: operation).filter { $0.says.isBlank }
    let sources = citations(of: operation).filter {
      $0.source.document.isBlank || $0.source.section.isBlank
    }
    return
      (operation.page.isBlank
      ? [Problem("no page stands behind \(operation.id)", operation.place)] : [])
      + sentences.map { Problem("a promise without a sentence", $0.place) }
      + sources.map { Problem("a source without a document or a section", $0.place) }
  }

  private static func sentences(of operation: Operation) -> [(says: String, place: Place)] {
    [(operation.summary, operation.place)]
      + operation.parameters.map { ($0.says, $0.place) }
      + operation.answers.map { ($0.says, $0.place) }
      + operation.allFields.map { ($0.says, $0.place) }
      + operation.relations.map { ($0.says, $0.place) }
      + operation.quirks.flatMap { quirk in
        [quirk.says, quirk.table, quirk.example].compactMap { $0 }.map { ($0, quirk.place) }
      }
  }

  private static func citations(of operation: Operation) -> [(source: Source, place: Place)] {
    operation.allFields.compactMap { field in field.source.map { ($0, field.place) } }
      + operation.relations.compactMap { relation in relation.source.map { ($0, relation.place) } }
      + operation.quirks.flatMap { quirk in
        ([Source(.page, "its page", quirk.section)] + quirk.others).map { ($0, quirk.place) }
      }
  }
}

extension Operation {
  /// Every field of every answer, an object before what it holds.
  fileprivate var allFields: [Field] {
    answers.flatMap(\.body).flatMap(\.withDescendants)
  }
}

extension Field {
  fileprivate var withDescendants: [Field] {
    [self] + type.fields.flatMap(\.withDescendants)
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
