// SPDX-License-Identifier: Apache-2.0
// A C library that is looked for when the program runs, so that nothing has to be there to build it.

import CurlInterface

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A library of the system, open until the process ends.
struct SharedLibrary {
  private let handle: UnsafeMutableRawPointer

  /// Opens the first of the names that is there; nil if none is.
  init?(_ names: [String]) {
    guard let handle = names.lazy.compactMap({ dlopen($0, RTLD_NOW | RTLD_LOCAL) }).first else {
      return nil
    }
    self.handle = handle
  }

  /// A function as what its header declares it to be; nil if the library has none of the name.
  ///
  /// - Parameter type: A pointer to a C function.
  func function<Function>(_ name: String, as type: Function.Type = Function.self) -> Function? {
    dlsym(handle, name).map { unsafeBitCast($0, to: type) }
  }
}
