// SPDX-License-Identifier: Apache-2.0
// Why there is no server, said so that a person knows what to do next.

extension LoopbackServer {
  /// The reason that a server could not be started; printed as one sentence.
  public enum Failure: Error, Hashable, CustomStringConvertible {
    case portInUse(UInt16)
    case portForbidden(UInt16)
    /// A system call failed; `reason` is the system's own description of the error.
    case system(call: String, reason: String)

    public var description: String {
      switch self {
      case .portInUse(let port):
        "port \(port) of 127.0.0.1 is in use; stop the program that holds it, or choose another"
          + " port (0 takes a free one)"
      case .portForbidden(let port):
        "port \(port) of 127.0.0.1 is reserved; choose one above 1023 (0 takes a free one)"
      case .system(let call, let reason):
        "no server on 127.0.0.1, because \(call) failed: \(reason)"
      }
    }
  }
}
