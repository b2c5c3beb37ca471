// SPDX-License-Identifier: Apache-2.0
// Mistakes in what is answered: status codes, names of fields, lists of words, forms.

extension SpecLint {
  /// One answer for each status code, and one of them is 200.
  static func answers(_ operation: Operation) -> [Problem] {
    let twice = operation.answers.repeats(by: \.status)
      .map { Problem("status \($0.status) is answered twice", $0.location) }
    let granted = operation.answer(200) != nil
    return twice + (granted ? [] : [Problem("no answer has the status 200", operation.location)])
  }

  static func fields(_ operation: Operation) -> [Problem] {
    operation.answers.flatMap { fields($0.body, under: FieldPath([])) }
  }

  private static func fields(_ fields: [Field], under path: FieldPath) -> [Problem] {
    fields.repeats(by: \.name)
      .map { Problem("\(path.appending($0.name)) is declared twice", $0.location) }
      + fields.flatMap { field in
        let name = path.appending(field.name)
        return type(field.type, of: name, field.location)
          + self.fields(field.type.fields, under: name)
      }
  }

  private static func type(_ type: ValueType, of path: FieldPath, _ location: SpecLocation)
    -> [Problem]
  {
    switch type {
    case .string(let rules): rules.flatMap { rule($0, of: "\(path)", location) }
    case .array(let element): self.type(element, of: path, location)
    case .document(let document): forms(document.forms, of: "\(path)", location)
    case .integer, .boolean, .timestamp, .object: []
    }
  }

  private static func rule(_ rule: StringRule, of name: String, _ location: SpecLocation)
    -> [Problem]
  {
    switch rule {
    case .oneOf(let words, let others), .usually(let words, let others):
      Self.words(words, or: others, of: name, location)
    case .form: []
    }
  }

  /// A document travels in at least one form, and each is named once.
  static func forms(_ forms: [Document.Form], of name: String, _ location: SpecLocation)
    -> [Problem]
  {
    (forms.isEmpty ? [Problem("\(name) has no form to travel in", location)] : [])
      + forms.repeats(by: \.self).map {
        Problem("\(name) names the form \($0.name) twice", location)
      }
  }
}
