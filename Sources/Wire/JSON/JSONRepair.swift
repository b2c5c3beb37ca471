// SPDX-License-Identifier: Apache-2.0
// The one token that a broken body probably lacks, or has too many of.

/// One edit that turns a body into JSON.
public struct JSONRepair: Sendable, Hashable, CustomStringConvertible {
  public enum Edit: Sendable, Hashable {
    /// Take out that one byte.
    case remove(UInt8)
    /// Put in that text.
    case insert(String)
  }

  public var edit: Edit
  /// Where, in bytes from the start of the body.
  public var offset: Int

  /// The most bytes that a body may have to be tried.
  private static let byteLimit = 1 << 18
  private static let removals = Array(",:\"{}[]".utf8)
  private static let insertions = [",", "\"", ":", "}", "]"]

  /// Finds the first edit near the fault that leaves nothing broken; nil if the body is JSON, too
  /// long to be tried, or broken in more than one place.
  public init?(of body: [UInt8]) {
    guard body.count <= Self.byteLimit, let fault = Self.fault(in: body) else { return nil }
    let before = body[..<min(fault.offset, body.count)].lastIndex { $0 > 0x20 }
    let places = [fault.offset] + (before.map { [$0 + 1, $0] } ?? [])
    let edits = places.flatMap { place in
      body[place...].prefix(1).filter(Self.removals.contains).map {
        JSONRepair(.remove($0), at: place)
      }
        + Self.insertions.map { JSONRepair(.insert($0), at: place) }
    }
    let found = edits.first { Self.fault(in: $0.applied(to: body)) == nil }
    guard let repair = found ?? Self.closing(body, fault) else { return nil }
    self = repair
  }

  private init(_ edit: Edit, at offset: Int) {
    self.edit = edit
    self.offset = offset
  }

  /// The body with the edit made.
  public func applied(to body: [UInt8]) -> [UInt8] {
    switch edit {
    case .remove: Array(body[..<offset] + body[(offset + 1)...])
    case .insert(let text): Array(body[..<offset] + Array(text.utf8) + body[offset...])
    }
  }

  public var description: String {
    switch edit {
    case .remove(let byte):
      "without the \(Self.name(of: byte)) at byte \(offset) it is JSON"
    case .insert(let text): "with \(text) at byte \(offset) it is JSON"
    }
  }

  /// The brackets that a body lacks at its end.
  private static func closing(_ body: [UInt8], _ fault: JSONSyntaxError) -> JSONRepair? {
    var (brackets, next): (String, JSONSyntaxError?) = ("", fault)
    while let open = next, brackets.count < JSONDocument.depthLimit {
      guard open.offset == body.count + brackets.utf8.count else { return nil }
      switch open.reason {
      case .objectNotClosed: brackets += "}"
      case .arrayNotClosed: brackets += "]"
      default: return nil
      }
      next = Self.fault(in: body + Array(brackets.utf8))
    }
    return next == nil ? JSONRepair(.insert(brackets), at: body.count) : nil
  }

  private static func fault(in body: [UInt8]) -> JSONSyntaxError? {
    do throws(JSONSyntaxError) {
      _ = try JSONDocument(parsing: body)
      return nil
    } catch {
      return error
    }
  }

  private static func name(of byte: UInt8) -> String {
    (0x21...0x7E).contains(byte)
      ? String(decoding: [byte], as: UTF8.self) : "byte 0x" + ASCII.hexadecimal(byte)
  }
}
