// SPDX-License-Identifier: Apache-2.0
// Decodes strings, looks into text that holds an object, and reads numbers and instants.

import Contract
import Digests
import Wire

extension BodyReader {
  /// Reads a string that the program knows.
  mutating func string(
    _ node: UnsafePointer<Node>, at start: Int, _ mode: Mode
  ) throws(JSONSyntaxError) -> Int {
    let (text, end, form) =
      if let known = recalled(node, at: start, mode) { known } else {
        try read(node, at: start, mode)
      }
    var word = -1
    if node.pointee.words >= 0, let base = text.baseAddress {
      word = tables.words[Int(node.pointee.words)].find(base, count: text.count)
      if word < node.pointee.documentedWords { count(word, node, mode) }
    }
    var instant: Instant?
    var isPlain = false
    if node.pointee.type == .timestamp || node.pointee.isInstant, let base = text.baseAddress {
      instant = Instant(plain: base, count: text.count)
      isPlain = instant != nil
      if !isPlain { instant = Self.instant(text) }
      if isInRow, node.pointee.type == .timestamp, let instant {
        fingerprint = Fingerprint.combine(
          UInt64(bitPattern: Int64(instant.seconds)), UInt64(instant.nanoseconds))
      }
    }
    let isRight: Bool
    switch node.pointee.type {
    case .string:
      isRight =
        (!node.pointee.hasWords || word >= 0 && word < node.pointee.documentedWords)
        && (node.pointee.forms == 0 || text.hasForms(node.pointee.forms))
    case .timestamp: isRight = isPlain && instant?.isWrittenInUTC == true
    case .document:
      isRight =
        switch form {
        case .text: node.pointee.mayBeText
        case .broken: false
        default: node.pointee.mayBePlain
        }
    default: isRight = false
    }
    conclude(
      node, start..<end, form, isRight: isRight, mode, text: text, word: word,
      instant: instant, isZoned: node.pointee.type == .timestamp && isPlain)
    return end
  }

  /// Decodes a string, and looks into it if it begins like an object.
  @inline(__always)
  private mutating func read(
    _ node: UnsafePointer<Node>, at start: Int, _ mode: Mode
  ) throws(JSONSyntaxError) -> Cell.Look {
    let lexeme = try scanner.string(at: start)
    let text = text(start, lexeme, keeps: node.pointee.slot >= 0)
    if isInRow { fingerprint = textFingerprint(text, lexeme, at: start) }
    guard text.opensObject, textSpan == nil || node.pointee.looksInsideText else {
      return (text, lexeme.end, text.isEmpty ? .empty : .plain)
    }
    let isWhole = lookInside(node, text, start, lexeme, mode)
    return (text, lexeme.end, isWhole ? .text : .broken)
  }

  /// Reads text that begins like an object, and answers whether it is one.
  @inline(never)
  private mutating func lookInside(
    _ node: UnsafePointer<Node>, _ text: UnsafeBufferPointer<UInt8>, _ start: Int,
    _ lexeme: JSONScanner.Lexeme, _ mode: Mode
  ) -> Bool {
    let isDocument = node.pointee.type == .document
    var inner = node.pointee.field < 0 ? mode.intersection(.slots) : mode
    if !isDocument { inner.subtract(.fields) }
    // Beside the rows nobody looks for a total or a marker in text, and text holds no rows.
    if !isInRow { inner.subtract(.slots) }
    let own = fingerprint
    let before = cellStart(lexeme, count: lexeme.end - start)
    let hadLoneSurrogate = facts.hasLoneSurrogate
    facts.hasLoneSurrogate = false
    defer { facts.hasLoneSurrogate = facts.hasLoneSurrogate || hadLoneSurrogate }
    let isWhole = encoded(
      text, object: Int(node.pointee.object), inner, span: start..<lexeme.end)
    // Text of a document means what the document does, with its members in any order.
    fingerprint = isWhole && isDocument ? fingerprint ^ Self.textMark : own
    if isWhole, !facts.hasLoneSurrogate, let before {
      remember(node, start..<lexeme.end, text, mode, since: before)
    }
    return isWhole
  }

  /// The decoded text of a string, lone surrogates as U+FFFD.
  ///
  /// - Parameter keeps: Whether it has to last until the end of the row.
  @inline(__always)
  mutating func text(
    _ start: Int, _ lexeme: JSONScanner.Lexeme, keeps: Bool
  ) -> UnsafeBufferPointer<UInt8> {
    let inner = UnsafeBufferPointer(
      start: scanner.bytes + start + 1, count: lexeme.end &- start &- 2)
    guard lexeme.traits.contains(.escaped) else { return inner }
    if lexeme.traits.contains(.loneSurrogate) { facts.hasLoneSurrogate = true }
    return decoded(inner, keeps: keeps)
  }

  // What a function that does not change the reader is given is a copy of it, which takes longer than
  // decoding a short text does.
  @inline(never)
  private mutating func decoded(
    _ inner: UnsafeBufferPointer<UInt8>, keeps: Bool
  ) -> UnsafeBufferPointer<UInt8> {
    let memory = scratch.text(capacity: inner.count)
    let count = JSONText.decode(inner, into: memory)
    if keeps { scratch.keep(count) }
    return UnsafeBufferPointer(start: memory, count: count)
  }

  /// What stands for a string; halves of surrogate pairs, which look alike as text, stay different.
  @inline(__always)
  func textFingerprint(
    _ text: UnsafeBufferPointer<UInt8>, _ lexeme: JSONScanner.Lexeme, at start: Int
  ) -> UInt64 {
    guard lexeme.traits.contains(.loneSurrogate) else { return Self.fingerprint(text) }
    return Self.fingerprint(
      UnsafeBufferPointer(start: scanner.bytes + start + 1, count: lexeme.end &- start &- 2))
  }

  @inline(__always)
  static func fingerprint(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    text.baseAddress.map { Fingerprint.of($0, count: text.count) } ?? 0xE6
  }

  /// Counts a word of a field by its number; -1 for none.
  @inline(__always)
  func count(_ word: Int, _ node: UnsafePointer<Node>, _ mode: Mode) {
    guard word >= 0, node.pointee.firstWordCount >= 0, mode.contains(.fields) else { return }
    counts[Int(node.pointee.firstWordCount) &+ word] &+= 1
  }

  /// Tells a number, `true` and so on from a text that reads so.
  static let scalarMark: UInt64 = 0x5C41_AB1E
  /// Tells a document from the text that holds it.
  static let textMark: UInt64 = 0x7E87

  /// What stands for a number with a fraction or an exponent: the same for `1.50`, `1.5` and `15e-1`.
  @inline(never)
  mutating func numberFingerprint(_ range: Range<Int>) -> UInt64 {
    let text = String(
      decoding: UnsafeBufferPointer(
        start: scanner.bytes + range.lowerBound, count: range.count), as: UTF8.self)
    return Array(text.plainNumber.utf8).withUnsafeBufferPointer(Self.fingerprint) ^ Self.scalarMark
  }

  /// Reads text that begins like an object by what is known of it, and answers whether it is one.
  ///
  /// Text that breaks off has been counted by then; the body is read once more in that case, with
  /// every text tried before it is read.
  ///
  /// - Parameter span: Where the string stands in what is read now.
  @inline(never)
  mutating func encoded(
    _ text: UnsafeBufferPointer<UInt8>, object number: Int, _ mode: Mode, span: Range<Int>
  ) -> Bool {
    if options.triesText, (try? JSONDocument(parsing: Array(text))) == nil { return false }
    if text.baseAddress.map({ !isInBody($0) }) ?? false { scratch.keep(text.count) }
    let outer = (scanner, textSpan, containers, enclosing, depth)
    scanner = JSONScanner(bytes: text.baseAddress!, end: text.count)
    textSpan = textSpan ?? span
    containers = 0
    defer { (scanner, textSpan, containers, enclosing, depth) = outer }
    do throws(JSONSyntaxError) {
      let end = scanner.skipBlanks(from: try object(number, at: scanner.skipBlanks(from: 0), mode))
      if end == scanner.end {
        if outer.1 == nil { facts.objectCount += 1 }
        return true
      }
    } catch {}
    hasBrokenText = true
    return false
  }

  @inline(__always)
  private func isInBody(_ text: UnsafePointer<UInt8>) -> Bool {
    text >= body.baseAddress! && text < body.baseAddress! + body.count
  }

  /// The value of an integer token; nil beyond 64 bits.
  @inline(__always)
  static func integer(_ bytes: UnsafePointer<UInt8>, count: Int) -> Int64? {
    guard count <= 18 else {
      return Int64(String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self))
    }
    var offset = bytes[0] == UInt8(ascii: "-") ? 1 : 0
    var value: Int64 = 0
    while offset < count {
      value = value &* 10 &+ Int64(bytes[offset] &- 0x30)
      offset &+= 1
    }
    return bytes[0] == UInt8(ascii: "-") ? 0 &- value : value
  }

  @inline(never)
  static func instant(_ text: UnsafeBufferPointer<UInt8>) -> Instant? {
    guard text.count < 64 else { return nil }
    return try? Instant(reading: String(decoding: text, as: UTF8.self))
  }

  @inline(__always)
  static func kind(of byte: UInt8) -> JSONValue.Kind {
    switch byte {
    case UInt8(ascii: "\""): .string
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .array
    case UInt8(ascii: "t"), UInt8(ascii: "f"): .boolean
    case UInt8(ascii: "n"): .null
    default: .number
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a text has all of some forms; see ``StringRule/Form/bit``.
  @inline(__always)
  func hasForms(_ forms: UInt8) -> Bool {
    (forms & 1 == 0 || StringRule.Form.nonEmpty.holds(for: self))
      && (forms & 2 == 0 || StringRule.Form.uuid.holds(for: self))
      && (forms & 4 == 0 || StringRule.Form.jobServiceID.holds(for: self))
      && (forms & 8 == 0 || StringRule.Form.upperSnake.holds(for: self))
  }
}

extension StringRule.Form {
  var bit: UInt8 {
    switch self {
    case .nonEmpty: 1
    case .uuid: 2
    case .jobServiceID: 4
    case .upperSnake: 8
    }
  }

  /// Whether a text has the form; the same as for a `String`, without making one.
  func holds(for text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch self {
    case .nonEmpty: !text.isEmpty
    case .jobServiceID:
      text.isEmpty || text.isLowerHexadecimal24 || Self.isJobServiceID(text)
    case .uuid: text.isUUID
    case .upperSnake: !text.isEmpty && text.allSatisfy { $0 &- 65 < 26 || $0 == 95 }
    }
  }
}
