// SPDX-License-Identifier: Apache-2.0
// Mistakes in what is asked: gaps of the path, facts, defaults and the words of filters.

extension SpecLint {
  /// Every gap has its parameter, and every parameter of the path its gap and its fact.
  static func gaps(_ operation: Operation) -> [Problem] {
    let gaps = operation.path.parameterNames
    let declared = operation.parameters.filter { $0.placement == .path }
    let missing = gaps.filter { gap in !declared.contains { $0.name == gap } }
    return missing.map {
      Problem("the path has a gap {\($0)} and no parameter", operation.location)
    }
      + declared.filter { !gaps.contains($0.name) }
      .map { Problem("the path has no gap {\($0.name)}", $0.location) }
      + declared.filter { $0.fact == nil }
      .map { Problem("no fact of a target fills {\($0.name)}", $0.location) }
  }

  static func parameters(_ operation: Operation) -> [Problem] {
    operation.parameters.repeats(by: \.name)
      .map { Problem("the parameter \($0.name) is declared twice", $0.location) }
      + operation.parameters.flatMap { values($0) + filter($0, of: operation) + sent($0) }
  }

  /// What is required of a query is sent, and is one of the words where there are some.
  private static func sent(_ parameter: Parameter) -> [Problem] {
    guard let value = parameter.sent else {
      guard parameter.isRequired, parameter.placement == .query else { return [] }
      return [Problem("nobody says what is sent as \(parameter.name)", parameter.location)]
    }
    return parameter.words.isEmpty || parameter.words.contains(value)
      ? []
      : [Problem("\(parameter.name) does not list \(value), which is sent", parameter.location)]
  }

  private static func values(_ parameter: Parameter) -> [Problem] {
    guard let value = parameter.defaultValue, let range = parameter.range, !range.contains(value)
    else { return [] }
    let bounds = "\(range.lowerBound) to \(range.upperBound)"
    return [
      Problem("the default \(value) of \(parameter.name) is not in \(bounds)", parameter.location)
    ]
  }

  private static func filter(_ parameter: Parameter, of operation: Operation) -> [Problem] {
    guard let name = parameter.filters else { return order(parameter, of: operation) }
    let unknown = [name, parameter.alternative].compactMap(\.self)
      .filter { operation.rowField($0) == nil }
    let stranger = parameter.otherwise.flatMap { word in
      parameter.words.contains(word)
        ? nil
        : Problem("\(parameter.name) does not list its other value \(word)", parameter.location)
    }
    return unknown.map { Problem("no row has the field \($0)", parameter.location) }
      + (stranger.map { [$0] } ?? [])
      + (parameter.match == nil
        ? words(parameter.words, or: [], of: parameter.name, parameter.location) : [])
  }

  private static func order(_ parameter: Parameter, of operation: Operation) -> [Problem] {
    guard let orders = parameter.orders else { return [] }
    let own = words(parameter.words, or: [], of: parameter.name, parameter.location)
    switch orders {
    case .column:
      let fields = operation.orders.filter { $0.parameter.name == parameter.name }.map(\.field)
      return own
        + Set(fields).sorted().filter { operation.rowField($0) == nil }
        .map { Problem("no row has the field \($0)", parameter.location) }
    case .direction:
      let isAlone = !operation.parameters.contains { $0.orders == .column }
      return own
        + (isAlone ? [Problem("\(parameter.name) turns no order", parameter.location)] : [])
    }
  }

  /// A list of words has some, each once, and none that is tolerated besides.
  static func words(
    _ words: [String], or others: [String], of name: String, _ location: SpecLocation
  ) -> [Problem] {
    let empty = words.isEmpty ? [Problem("\(name) has a list of values without one", location)] : []
    let twice = (words.repeats(by: \.self) + others.repeats(by: \.self))
      .map { Problem("\(name) lists \($0) twice", location) }
    let both = others.filter(words.contains)
      .map { Problem("\(name) both documents and tolerates \($0)", location) }
    return empty + twice + both
  }
}
