// SPDX-License-Identifier: Apache-2.0
// A file that grows beside its place and takes it once it is whole, or a pipe that is written through.

import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file that is being written; it is gone with its owner unless it was put into its place.
public final class OutputFile: Sendable {
  private let way: Way

  private enum Way: Sendable {
    case staged(Staging, place: String, isNew: Bool)
    case through(Descriptor)
  }

  init(_ kind: OutputPlace.Kind) throws(FileProblem) {
    switch kind {
    case .through(let descriptor): way = .through(descriptor)
    case .overwritten(let name):
      way = .through(try Descriptor(opening: name, O_WRONLY | O_TRUNC))
    case .plain(let name, let attributes, let isNew):
      way = .staged(try Staging(beside: name, as: attributes), place: name, isNew: isNew)
    }
  }

  public func append(_ bytes: some Collection<UInt8>) throws(FileProblem) {
    switch way {
    case .staged(let staging, _, _): try staging.descriptor.append(bytes)
    case .through(let descriptor): try descriptor.append(bytes)
    }
  }

  /// Replaces what stood in the place; what is written through is there already.
  public func putInPlace() throws(FileProblem) {
    guard case .staged(let staging, let place, let isNew) = way else { return }
    // Only a link refuses what has come there meanwhile; some file systems have none.
    if isNew {
      if link(staging.name, place) == 0 { return }
      guard errno == EPERM || errno == EOPNOTSUPP else { throw FileProblem(code: errno) }
    }
    guard rename(staging.name, place) == 0 else { throw FileProblem(code: errno) }
  }
}

/// A file under a name of its own beside the place of another.
final class Staging: Sendable {
  let name: String
  let descriptor: Descriptor

  init(
    beside place: String, as attributes: OutputPlace.Attributes? = nil
  ) throws(FileProblem) {
    let cut = place.lastIndex(of: "/").map { place.index(after: $0) } ?? place.startIndex
    let number = Self.numbers.add(1, ordering: .relaxed).newValue
    // Short, so that a name that is as long as names may be leaves room for it.
    name = "\(place[..<cut]).\(place[cut...].prefix(40)).\(getpid())-\(number).part"
    do throws(FileProblem) {
      descriptor = try Descriptor(opening: name, O_WRONLY | O_CREAT | O_EXCL)
    } catch {
      throw error == FileProblem(code: ENOENT) ? FileProblem("there is no such folder") : error
    }
    guard let attributes else { return }
    // Only root may give a file away; then the mode comes last, for a new owner takes bits of it.
    if let (user, group) = attributes.owner { _ = fchown(descriptor.number, user, group) }
    _ = fchmod(descriptor.number, attributes.mode)
  }

  deinit { unlink(name) }

  private static let numbers = Atomic(0)
}
