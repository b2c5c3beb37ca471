// SPDX-License-Identifier: Apache-2.0
// Where a file is to go: tried before anything else is done, so that no work is lost for it.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A path that can be written to, as far as can be told without writing.
///
/// A plain file is replaced as a whole when the new one is complete, a link's at its target, with
/// the permissions that it had. What is no plain file – a pipe, a device, `/dev/fd/3` – is written
/// through and stays what it is.
public struct OutputPlace: Sendable {
  /// As it was typed.
  public let path: String
  private let kind: Kind

  enum Kind: Sendable {
    /// The name behind all links, what the new file takes over, and whether none may be there even
    /// when it takes its place.
    case plain(String, keeping: Attributes?, isNew: Bool)
    /// A file beside which no other can be put.
    case overwritten(String)
    /// Open already, so that whoever reads a pipe does not see its end before there was anything.
    case through(Descriptor)
  }

  /// What a new file takes over from the one that it replaces.
  struct Attributes: Sendable {
    var mode: mode_t
    var owner: (uid_t, gid_t)?
  }

  /// - Parameters:
  ///   - isNew: Whether a plain file that is there already is a problem.
  ///   - permissions: Of the file; nil for those of the file that is there, or what is usual.
  ///   - patience: For how many seconds a pipe is waited for that nobody reads.
  public init(
    _ path: String, isNew: Bool = false, permissions: UInt32? = nil,
    patience: Int = InputFile.patience
  ) throws(FileProblem) {
    self.path = path
    if let number = Descriptor.number(behind: path) {
      kind = .through(try Descriptor(copying: number))
      return
    }
    var status = stat()
    let isThere = stat(path, &status) == 0
    guard isThere || errno == ENOENT else { throw FileProblem(code: errno) }
    let wanted = permissions.map { Attributes(mode: mode_t($0)) }
    guard isThere else {
      let name = Self.end(ofLinks: path)
      guard !name.hasSuffix("/") else { throw FileProblem(code: EISDIR) }
      _ = try Staging(beside: name)
      kind = .plain(name, keeping: wanted, isNew: isNew)
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG where isNew: throw FileProblem(code: EEXIST)
    case S_IFREG:
      let mode = wanted?.mode ?? status.st_mode & 0o7777
      let kept = Attributes(mode: mode, owner: (status.st_uid, status.st_gid))
      kind = try Self.replacement(of: path, keeping: kept)
    case S_IFIFO: kind = .through(try Self.pipe(path, patience))
    case S_IFCHR: kind = .through(try Descriptor(opening: path, O_WRONLY | O_NOCTTY))
    case S_IFDIR: throw FileProblem(code: EISDIR)
    default: throw FileProblem("it is neither a file nor a pipe nor a terminal")
    }
  }

  /// Begins a file there.
  public func open() throws(FileProblem) -> OutputFile { try OutputFile(kind) }

  /// Writes a whole file there.
  public func write(_ bytes: some Collection<UInt8>) throws(FileProblem) {
    let file = try open()
    try file.append(bytes)
    try file.putInPlace()
  }

  /// Writes behind what stands in a file, which is made where there is none.
  public static func append(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    let flags = O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK | O_NOCTTY
    try Descriptor(opening: path, flags).append(bytes)
  }

  /// Whether both would replace one plain file.
  public func isSame(as other: OutputPlace) -> Bool { name.map { $0 == other.name } ?? false }

  /// Whether two paths lead to one file that is there.
  public static func isOne(_ path: String, _ other: String) -> Bool { whole(path) == whole(other) }

  /// Of a plain file, without links.
  private var name: String? {
    switch kind {
    case .plain(let name, _, _), .overwritten(let name): name
    case .through: nil
    }
  }
}

extension OutputPlace {
  /// Tries whether a file can be put beside the one that is there.
  private static func replacement(
    of path: String, keeping attributes: Attributes
  ) throws(FileProblem) -> Kind {
    guard access(path, W_OK) == 0 else { throw FileProblem(code: errno) }
    let name = whole(path)
    do throws(FileProblem) {
      _ = try Staging(beside: name)
      return .plain(name, keeping: attributes, isNew: false)
    } catch {
      return .overwritten(name)
    }
  }

  /// A pipe that somebody reads; writing into it waits for the reader.
  private static func pipe(_ path: String, _ patience: Int) throws(FileProblem) -> Descriptor {
    for _ in 0..<max(1, patience * 50) {
      do throws(FileProblem) {
        let descriptor = try Descriptor(opening: path, O_WRONLY | O_NONBLOCK)
        _ = fcntl(descriptor.number, F_SETFL, fcntl(descriptor.number, F_GETFL) & ~O_NONBLOCK)
        return descriptor
      } catch {
        guard error == FileProblem(code: ENXIO) else { throw error }
        usleep(20_000)
      }
    }
    throw FileProblem("nobody reads it; start its reader first")
  }

  /// The path without links; itself where it leads nowhere.
  private static func whole(_ path: String) -> String {
    guard let name = realpath(path, nil) else { return path }
    defer { free(name) }
    return String(cString: name)
  }

  /// Where a file that is not there yet would be, behind links that lead to no file.
  private static func end(ofLinks path: String) -> String {
    var path = path
    for _ in 0..<16 {
      guard let next = Descriptor.destination(of: path) else { break }
      path = next
    }
    let cut = path.lastIndex(of: "/")
    let folder = whole(cut.map { String(path[...$0]) } ?? ".")
    let name = cut.map { path[path.index(after: $0)...] } ?? path[...]
    return "\(folder)/\(name)"
  }
}
