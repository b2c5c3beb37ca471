// SPDX-License-Identifier: Apache-2.0
// A recording on disk, of which any part can be read at any time and none is kept.

import Files
import Wire

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A regular file that is open for reading.
final class RecordingFile: Sendable {
  private let path: String
  private let descriptor: CInt
  /// In bytes, when it was opened; what is appended later is not read.
  let length: Int

  convenience init(path: String) throws(RecordingProblem) { try self.init(path: path, flags: 0) }

  private init(path: String, flags: CInt) throws(RecordingProblem) {
    // A pipe that nobody writes would be waited for without O_NONBLOCK.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | flags)
    guard descriptor >= 0 else { throw .cannotRead(FileProblem(code: errno).description) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .notRegular(isFolder: status.st_mode & S_IFMT == S_IFDIR)
    }
    self.path = path
    self.descriptor = descriptor
    length = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// - Throws: ``RecordingProblem/otherForm(_:)`` where the first bytes say that it is no text in UTF-8.
  func expectText() throws(RecordingProblem) {
    var opening: [UInt8] = [0, 0, 0, 0]
    let count = opening.withUnsafeMutableBytes { (try? read(into: $0, at: 0)) ?? 0 }
    opening.removeLast(opening.count - count)
    switch opening {
    case [0x50, 0x4B, 3, 4]:
      throw .otherForm(
        "is a ZIP archive; unpack it whole, and name the HAR file in it")
    case let bytes where bytes.starts(with: [0x1F, 0x8B]):
      throw .otherForm("is compressed with gzip; unpack it first")
    default: break
    }
    if let encoding = opening.foreignEncoding {
      throw .otherForm("is \(encoding); save it as UTF-8")
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let first = opening.starts(with: mark) ? opening.dropFirst(mark.count).first : opening.first
    guard first.map("{[ \t\r\n".utf8.contains) ?? true else {
      throw .otherForm("is no JSON, and so no HAR file; export it as HAR 1.2")
    }
  }

  /// The bytes of a file of that name in the same folder; nil where there is none, or where the name
  /// leads out of the folder or to more than 64 MB.
  func attachment(_ name: String) -> [UInt8]? {
    guard let file = attached(name) else { return nil }
    return [UInt8](unsafeUninitializedCapacity: file.length) { memory, count in
      count = (try? file.read(into: UnsafeMutableRawBufferPointer(memory), at: 0)) ?? 0
    }
  }

  func hasAttachment(_ name: String) -> Bool { attached(name) != nil }

  private func attached(_ name: String) -> RecordingFile? {
    guard !name.isEmpty, !name.hasPrefix("."),
      !name.utf8.contains(where: { "/\0".utf8.contains($0) })
    else { return nil }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    let file = try? RecordingFile(path: folder + name, flags: O_NOFOLLOW)
    return file.flatMap { $0.length <= 64 << 20 ? $0 : nil }
  }

  /// Fills the memory from that place on, and answers how many bytes there were.
  func read(
    into memory: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(RecordingProblem) -> Int {
    let wanted = min(memory.count, length - offset)
    var count = 0
    while count < wanted {
      let step = pread(
        descriptor, memory.baseAddress! + count, wanted - count, off_t(offset + count))
      if step < 0, errno == EINTR { continue }
      guard step >= 0 else { throw .cannotRead(FileProblem(code: errno).description) }
      guard step > 0 else { break }
      count += step
    }
    return count
  }

  /// The decoded text of a string literal.
  ///
  /// - Parameter literal: Where it stands, quotes included.
  /// - Returns: Nil where there is no literal any more, for somebody changed the file.
  func text(of literal: Range<Int>) -> [UInt8]? {
    withUnsafeTemporaryAllocation(byteCount: literal.count, alignment: 16) { memory in
      let quote = UInt8(ascii: "\"")
      guard (try? read(into: memory, at: literal.lowerBound)) == literal.count,
        memory.first == quote, memory.last == quote
      else { return nil }
      let inner = UnsafeBufferPointer(
        rebasing: memory.bindMemory(to: UInt8.self)[1..<literal.count - 1])
      // The room beyond is for a literal that somebody changed into one that is not right.
      return Array(unsafeUninitializedCapacity: literal.count + 8) { text, count in
        count = JSONText.decode(inner, into: text.baseAddress!)
      }
    }
  }
}
