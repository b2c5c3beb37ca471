// SPDX-License-Identifier: Apache-2.0
// Undoes gzip and deflate with zlib, no further than anybody bears, however small the body was.

import CurlInterface

/// zlib as it is on this machine.
struct Inflation: @unchecked Sendable {
  private typealias Stream = UnsafeMutablePointer<ZStream>
  private typealias Begin = @convention(c) (Stream?, CInt, UnsafePointer<CChar>?, CInt) -> CInt
  private typealias Step = @convention(c) (Stream?, CInt) -> CInt
  private typealias Close = @convention(c) (Stream?) -> CInt

  private let begin: Begin
  private let step: Step
  private let reset: Close
  private let close: Close

  /// nil where there is no zlib, which libcurl needs for itself nearly everywhere.
  static let shared = Inflation()

  enum Outcome: Equatable {
    case bytes([UInt8])
    /// The body is longer than it may be.
    case tooLong
    /// The bytes are not of that coding.
    case damaged
  }

  private init?() {
    guard let library = SharedLibrary(["libz.so.1", "libz.1.dylib"]),
      let begin = library.function("inflateInit2_", as: Begin.self),
      let step = library.function("inflate", as: Step.self),
      let reset = library.function("inflateReset", as: Close.self),
      let close = library.function("inflateEnd", as: Close.self)
    else { return nil }
    (self.begin, self.step, self.reset, self.close) = (begin, step, reset, close)
  }

  /// What a body was before it was compressed, by gzip, or by deflate with its frame or without.
  func body(of bytes: [UInt8], most: Int) -> Outcome {
    let (anyFrame, noFrame): (CInt, CInt) = (32 + 15, -15)
    let framed = inflate(bytes, window: anyFrame, most: most)
    return framed == .damaged ? inflate(bytes, window: noFrame, most: most) : framed
  }

  private func inflate(_ bytes: [UInt8], window: CInt, most: Int) -> Outcome {
    var stream = ZStream()
    guard begin(&stream, window, "1.2.0", CInt(MemoryLayout<ZStream>.size)) == 0 else {
      return .damaged
    }
    defer { _ = close(&stream) }
    var whole: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 256 * 1024)
    return bytes.withUnsafeBufferPointer { source in
      stream.next_in = source.baseAddress
      stream.avail_in = CUnsignedInt(source.count)
      while true {
        let (code, count) = next(&stream, into: &room)
        guard whole.count + count <= most else { return .tooLong }
        whole += room[..<count]
        let (ended, goesOn): (CInt, CInt) = (1, 0)
        if code == ended {
          guard stream.isAtMember else { return .bytes(whole) }
          guard reset(&stream) == 0 else { return .damaged }
          continue
        }
        if code != goesOn || count == 0 && stream.avail_in == 0 { return .damaged }
      }
    }
  }

  private func next(_ stream: inout ZStream, into room: inout [UInt8]) -> (CInt, Int) {
    room.withUnsafeMutableBufferPointer { target in
      stream.next_out = target.baseAddress
      stream.avail_out = CUnsignedInt(target.count)
      let code = step(&stream, 0)
      return (code, target.count - Int(stream.avail_out))
    }
  }
}

extension ZStream {
  /// Whether another member of gzip follows, for a body may be several (RFC 1952, 2.2).
  fileprivate var isAtMember: Bool {
    guard let next_in, avail_in >= 2 else { return false }
    return next_in[0] == 0x1F && next_in[1] == 0x8B
  }
}
