// SPDX-License-Identifier: Apache-2.0
// Promises that nobody can check: without a sentence, without a document, without a section.

extension SpecLint {
  static func sources(_ operation: Operation) -> [Problem] {
    let sentences = sentences(of: operation).filter { $0.description.isBlank }
    let sources = citations(of: operation).filter {
      $0.source.document.isBlank || $0.source.section.isBlank
    }
    return
      (operation.page.isBlank
      ? [Problem("no page stands behind \(operation.id)", operation.location)] : [])
      + sentences.map { Problem("a promise without a sentence", $0.location) }
      + sources.map { Problem("a source without a document or a section", $0.location) }
  }

  private static func sentences(of operation: Operation) -> [(
    description: String, location: SpecLocation
  )] {
    [(operation.summary, operation.location)]
      + operation.parameters.map { ($0.description, $0.location) }
      + operation.answers.map { ($0.description, $0.location) }
      + operation.allFields.map { ($0.description, $0.location) }
      + operation.relations.map { ($0.description, $0.location) }
      + operation.quirks.flatMap { quirk in
        [quirk.description, quirk.table, quirk.example].compactMap { $0 }.map {
          ($0, quirk.location)
        }
      }
  }

  private static func citations(of operation: Operation) -> [(
    source: Source, location: SpecLocation
  )] {
    operation.allFields.compactMap { field in field.source.map { ($0, field.location) } }
      + operation.relations.compactMap { relation in relation.source.map { ($0, relation.location) }
      }
      + operation.quirks.flatMap { quirk in
        ([Source(.page, "its page", quirk.section)] + quirk.others).map { ($0, quirk.location) }
      }
  }
}

extension Operation {
  /// Every field of every answer, an object before what it holds.
  fileprivate var allFields: [Field] { answers.flatMap(\.body).flatMap(\.withDescendants) }
}

extension Field {
  fileprivate var withDescendants: [Field] { [self] + type.fields.flatMap(\.withDescendants) }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
