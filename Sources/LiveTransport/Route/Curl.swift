// SPDX-License-Identifier: Apache-2.0
// Stands between Foundation and libcurl, for URLSession on Linux lets nobody say whom to trust.

import Foundation
import Synchronization

/// libcurl as FoundationNetworking uses it: one handle for each request.
///
/// On Linux neither a delegate nor a variable of the environment can change which certificates a
/// session trusts. But the program comes before libcurl in the dynamic linker's search, so the
/// function below is found first, adds what ``NetworkRoute`` wants to each handle and calls libcurl's own.
/// Package.swift exports its symbol; without that, or without Glibc, a session trusts the system.
enum Curl {
  /// Whose certificates the handles count that are made from now on.
  static var trust: NetworkRoute.Trust {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }

  private static let state = Mutex(NetworkRoute.Trust.system)

  #if canImport(Glibc)
    fileprivate typealias Setter =
      @convention(c) (OpaquePointer?, CUnsignedInt, UnsafeMutableRawPointer?) -> CUnsignedInt

    /// Whether Foundation's calls come by here.
    static var isWithinReach: Bool {
      let ours: Setter = setOption
      return dlsym(nil, "curl_easy_setopt") == unsafeBitCast(ours, to: UnsafeMutableRawPointer.self)
    }

    /// The function that ours stands before; the handle -1 is `RTLD_NEXT`.
    fileprivate static let original: Setter? =
      dlsym(UnsafeMutableRawPointer(bitPattern: -1), "curl_easy_setopt")
      .map { unsafeBitCast($0, to: Setter.self) }

    /// The numbers of `curl/curl.h`, which never change.
    fileprivate enum Option {
      static let verifyPeer: CUnsignedInt = 64
      static let verifyHost: CUnsignedInt = 81
      static let url: CUnsignedInt = 10_002
      static let authorityFile: CUnsignedInt = 10_065
      static let authorityFolder: CUnsignedInt = 10_097
      static let noProxy: CUnsignedInt = 10_177
    }

    /// Says whom to trust, and that a URL of this machine needs no proxy.
    fileprivate static func guide(_ handle: OpaquePointer?, to url: String, _ set: Setter) {
      switch trust {
      case .system: break
      case .only(let file):
        _ = set(handle, Option.authorityFolder, nil)
        _ = file.withCString { set(handle, Option.authorityFile, .init(mutating: $0)) }
      case .anyone:
        _ = set(handle, Option.verifyPeer, nil)
        _ = set(handle, Option.verifyHost, nil)
      }
      if let host = URLComponents(string: url)?.host, EndpointURL.isLoopback(host.lowercased()) {
        _ = "*".withCString { set(handle, Option.noProxy, .init(mutating: $0)) }
      }
    }
  #else
    static let isWithinReach = false
  #endif
}

#if canImport(Glibc)
  /// Takes the place of libcurl's function, whose third argument fits into one register on all that
  /// Swift runs on with Glibc.
  @c(curl_easy_setopt)
  public func setOption(
    _ handle: OpaquePointer?, _ option: CUnsignedInt, _ value: UnsafeMutableRawPointer?
  ) -> CUnsignedInt {
    let unknownOption: CUnsignedInt = 48
    guard let original = Curl.original else { return unknownOption }
    if option == Curl.Option.url, let value {
      Curl.guide(
        handle, to: String(cString: value.assumingMemoryBound(to: CChar.self)), original)
    }
    return original(handle, option, value)
  }
#endif
