// SPDX-License-Identifier: Apache-2.0
// Fields that have to be there are there, under the documented name.

import Contract
import Wire

extension Check {
  /// One case for each field that is required or expected.
  static let requiredField = Check(
    "required-field", .shape, "A field that has to be there is in every object it belongs to."
  ) { planning, check in
    planning.fields.filter { $0.field.presence != .optional }.map { declared in
      let obligation: ObligationLevel = declared.field.presence == .required ? .must : .should
      var planned = check.makeCase(
        planning, "\(declared.path).present", "\(declared.title) is present", obligation,
        clause: declared.clause(in: planning.operation), asks: .readings
      ) { context, transcripts in
        _ = context.assert(count: transcripts.sites(of: declared))
        context.take(.presence(declared.number), of: transcripts)
        guard context.asserted == 0 else { return }
        if declared.hasEmptyHolder(in: transcripts) {
          context.skip("nothing holds an object in which the field could stand")
        } else {
          context.inconclusive(.nothingToAssert("no object came that should have the field"))
        }
      }
      if declared.ancestors.isEmpty { planned.tells = .envelope }
      return planned
    }
  }
}

extension Fault {
  /// The kind of what tells that the document stands inside another one.
  static let envelope = "envelope"

  /// A declared field that an object lacks; its members show what is there instead.
  ///
  /// - Parameters:
  ///   - lacksAll: Whether the object has none of the members that it should have.
  ///   - declared: The names of all members that the object may have.
  init(
    missing field: Field, in object: JSONValue, lacksAll: Bool, beside declared: [String],
    at location: AnswerLocation
  ) {
    let severity = Severity(breaking: field.presence == .required ? .must : .should)
    let place = location.pointer?.description ?? ""
    let isRoot = location.pointer.map { $0.description == "/\(field.name)" } ?? false
    if isRoot, lacksAll, let cover = object.members.first(where: { $0.value.holds(field.name) }) {
      let inside = "/\(cover.name)"
      self.init(
        severity: severity, summary: "the document stands in \(inside), and not at the top",
        expected: "the members of the document at the top",
        received: Finding.Received("an envelope around them: \(inside)"), kind: Self.envelope,
        location: AnswerLocation(pointer: .root, bytes: location.bytes))
      return
    }
    let names = object.members.map(\.name)
    let lookalike =
      names.first { $0.isLookalike(of: field.name) }
      ?? object.members.first {
        !declared.contains($0.name) && $0.value.stands(for: field, named: $0.name, isRoot: isRoot)
      }?.name ?? (isRoot && field.type.name == "array" ? object.onlyArray(besides: declared) : nil)
    let style = lookalike.flatMap { NameStyle($0, of: field.name) }
    self.init(
      severity: severity,
      summary: "\(place) is missing\(lookalike.map { ", but \($0) is there" } ?? "")",
      expected: style == nil ? "\(field.name) (\(field.type.name))" : Finding.documentedNames,
      received: Finding.Received(
        lookalike.map { style == nil ? "\($0) instead" : $0 } ?? "no such member",
        type: style.map { "name in \($0.rawValue)" }),
      kind: "", location: location)
  }
}

extension JSONValue {
  /// The name of its one array of another name than these; nil where there is none, or several.
  fileprivate func onlyArray(besides declared: [String]) -> String? {
    let arrays = members.filter { $0.value.kind == .array && !declared.contains($0.name) }
    return arrays.count == 1 ? arrays[0].name : nil
  }

  /// Whether it is likely to be what a field should have been: a time whose name begins with a form of
  /// the same word, as `creation_time` and `created_at`; a number at the top, as `total_count` and `total`.
  fileprivate func stands(for field: Field, named name: String, isRoot: Bool) -> Bool {
    switch field.type {
    case .timestamp:
      string.map { (try? Instant(parsing: $0)) != nil } ?? false
        && field.name.count > 5 && name.prefix(5) == field.name.prefix(5)
    default: isRoot && kind == .number && name.hasPrefix(field.name + "_")
    }
  }

  /// Whether it is an object with a member of that name.
  fileprivate func holds(_ name: String) -> Bool {
    kind == .object && members.contains { $0.name == name }
  }
}

extension Finding {
  /// What is expected where names are spelled in a style of their own.
  static let documentedNames = "names as the page spells them"

  /// Whether it is about how a server spells names, which is one thing wherever they stand.
  public var isOfSpelling: Bool { expected == Self.documentedNames }
}

/// How a server spells all names that the page has in small letters with underscores.
private enum NameStyle: String {
  case camel = "camelCase"
  case pascal = "PascalCase"
  case upper = "upper case"
  case joined = "one word"

  /// Nil where the name is in no style of these.
  init?(_ name: String, of documented: String) {
    guard documented == documented.lowercased() else { return nil }
    let words = documented.split(separator: "_").map(String.init)
    let capitalized = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    let opened = documented.prefix(1).uppercased() + documented.dropFirst()
    switch name {
    case words[0] + capitalized.dropFirst().joined() where words.count > 1: self = .camel
    case opened, capitalized.joined(), capitalized.joined(separator: "_"): self = .pascal
    case documented.uppercased(): self = .upper
    case words.joined(): self = .joined
    default: return nil
    }
  }
}

extension String {
  /// Whether two names differ in nothing but case and underscores.
  func isLookalike(of other: String) -> Bool { self != other && bare == other.bare }

  private var bare: String { lowercased().filter { $0 != "_" } }
}
