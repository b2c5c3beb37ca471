// SPDX-License-Identifier: Apache-2.0
// libcurl as it is on this machine: the functions that are called, or why there are none.

import CurlInterface

/// The functions of libcurl, by their meaning.
///
/// Function pointers are not known to be sendable, but libcurl's may be called from any thread.
struct CurlLibrary: @unchecked Sendable {
  /// A `CURL *` or a `CURLM *`.
  typealias Handle = UnsafeMutableRawPointer
  typealias List = UnsafeMutableRawPointer

  let setOption: LoadedFunction
  let setMultiOption: LoadedFunction
  let information: LoadedFunction
  let makeEasy: @convention(c) () -> Handle?
  let dropEasy: @convention(c) (Handle?) -> Void
  let makeMulti: @convention(c) () -> Handle?
  let dropMulti: @convention(c) (Handle?) -> CInt
  let add: @convention(c) (Handle?, Handle?) -> CInt
  let remove: @convention(c) (Handle?, Handle?) -> CInt
  let perform: @convention(c) (Handle?, UnsafeMutablePointer<CInt>?) -> CInt
  /// Waits for sockets, for a number of milliseconds or for ``wake``.
  let poll:
    @convention(c) (
      Handle?, UnsafeMutableRawPointer?, CUnsignedInt, CInt, UnsafeMutablePointer<CInt>?
    )
      -> CInt
  let wake: @convention(c) (Handle?) -> CInt
  let message:
    @convention(c) (Handle?, UnsafeMutablePointer<CInt>?) -> UnsafeMutablePointer<CurlMessage>?
  let append: @convention(c) (List?, UnsafePointer<CChar>?) -> List?
  let dropList: @convention(c) (List?) -> Void

  /// The library of this process, or what to do to have one.
  static let shared = Result { () throws(Target.Problems) in try CurlLibrary() }

  private init() throws(Target.Problems) {
    guard let library = SharedLibrary(Self.names) else { throw .missing }
    typealias Start = @convention(c) (CLong) -> CInt
    typealias Version = @convention(c) (CInt) -> UnsafeRawPointer?
    guard let start = library.function("curl_global_init", as: Start.self),
      let version = library.function("curl_version_info", as: Version.self)?(0)
    else { throw .missing }
    let number = version.load(fromByteOffset: 16, as: CUnsignedInt.self)
    guard number >= Self.oldest, start(Self.everything) == 0 else { throw .tooOld(number) }
    do {
      setOption = try library.needed("curl_easy_setopt")
      setMultiOption = try library.needed("curl_multi_setopt")
      information = try library.needed("curl_easy_getinfo")
      makeEasy = try library.needed("curl_easy_init")
      dropEasy = try library.needed("curl_easy_cleanup")
      makeMulti = try library.needed("curl_multi_init")
      dropMulti = try library.needed("curl_multi_cleanup")
      add = try library.needed("curl_multi_add_handle")
      remove = try library.needed("curl_multi_remove_handle")
      perform = try library.needed("curl_multi_perform")
      poll = try library.needed("curl_multi_poll")
      wake = try library.needed("curl_multi_wakeup")
      message = try library.needed("curl_multi_info_read")
      append = try library.needed("curl_slist_append")
      dropList = try library.needed("curl_slist_free_all")
    } catch {
      throw .tooOld(number)
    }
  }

  #if os(macOS)
    private static let names = ["libcurl.4.dylib"]
  #else
    private static let names = ["libcurl.so.4", "libcurl-gnutls.so.4"]
  #endif

  /// 7.68.0 of January 2020, the first that can be woken.
  private static let oldest: CUnsignedInt = 0x07_4400

  /// `CURL_GLOBAL_ALL`.
  private static let everything: CLong = 3
}

extension SharedLibrary {
  fileprivate struct Lack: Error {}

  fileprivate func needed<Function>(_ name: String) throws -> Function {
    guard let function = function(name, as: Function.self) else { throw Lack() }
    return function
  }
}

extension Target.Problems {
  fileprivate static let missing = Self(
    "libcurl is not on this machine, and nothing is asked without it",
    remedy: "install the package libcurl4 (Debian, Ubuntu) or libcurl (Fedora, Alpine)")

  fileprivate static func tooOld(_ number: CUnsignedInt) -> Self {
    Self(
      "libcurl \(number >> 16).\(number >> 8 & 255).\(number & 255) is too old",
      remedy: "install 7.68 or newer, of the package libcurl4 or libcurl")
  }
}
