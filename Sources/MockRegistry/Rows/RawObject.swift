// SPDX-License-Identifier: Apache-2.0
// A JSON object whose fields keep their order and their exact text, so that faults can change either.

/// An ordered JSON object; every value is the JSON text that travels.
struct RawObject: Sendable, Hashable {
  /// One member of the object, its value still in JSON.
  struct Field: Sendable, Hashable {
    /// The name as it stands between its quotes.
    var name: String
    var json: String
  }

  var fields: [Field]

  init(_ fields: [Field] = []) { self.fields = fields }

  /// The JSON text of the first field of that name; setting replaces it in place, or adds it last.
  subscript(name: String) -> String? {
    get { fields.first { $0.name == name }?.json }
    set {
      guard let place = fields.firstIndex(where: { $0.name == name }) else {
        if let newValue { fields.append(Field(name: name, json: newValue)) }
        return
      }
      if let newValue { fields[place].json = newValue } else { fields.remove(at: place) }
    }
  }

  /// The words between the quotes of a string field, escapes left as they are, or nil.
  func word(_ name: String) -> Substring? { self[name].flatMap { Self.word(in: $0) } }

  private static func word(in json: String) -> Substring? {
    json.utf8.first == UInt8(ascii: "\"") ? Substring(json.utf8.dropFirst().dropLast()) : nil
  }

  /// The value of an integer field, or nil.
  func integer(_ name: String) -> Int? { self[name].flatMap { Int($0) } }

  /// A string without its quotes, or any other value as it is written.
  func text(_ name: String) -> String? {
    self[name].map { json in Self.word(in: json).map(String.init) ?? json }
  }

  /// The same of a member inside a member, such as `metadata.public`.
  func text(at path: String) -> String? {
    guard let dot = path.utf8.firstIndex(of: UInt8(ascii: ".")) else { return text(path) }
    let inner = self[String(path[..<dot])].map(RawObject.init(json:))
    return inner?.text(at: String(path[path.index(after: dot)...]))
  }

  mutating func rename(_ name: String, to newName: String) {
    guard let place = fields.firstIndex(where: { $0.name == name }) else { return }
    fields[place].name = newName
  }

  /// The object as JSON without blanks.
  var json: String { String(decoding: bytes, as: UTF8.self) }

  /// The same as UTF-8.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes
  }

  /// Writes the same behind other bytes.
  func write(to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "\""))
      bytes += field.name.utf8
      bytes += "\":".utf8
      bytes += field.json.utf8
    }
    bytes.append(UInt8(ascii: "}"))
  }
}

extension String {
  /// The text as a JSON string, escaping no more than RFC 8259 demands.
  var quoted: String {
    var json = [UInt8(ascii: "\"")]
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): json += [UInt8(ascii: "\\"), byte]
      case ..<0x20: json += "\\u\(String(Int(byte) + 0x10000, radix: 16).dropFirst())".utf8
      default: json.append(byte)
      }
    }
    json.append(UInt8(ascii: "\""))
    return String(decoding: json, as: UTF8.self)
  }
}
