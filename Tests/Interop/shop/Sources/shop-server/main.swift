// SPDX-License-Identifier: Apache-2.0
// Serves the shop until it is told to stop; --break NAME makes it break one promise.

import Foundation
import Loopback
import ShopServer

let words = Array(CommandLine.arguments.dropFirst())
let fault = words.firstIndex(of: "--break").map { words[$0 + 1] }.map { name in
  guard let fault = Shop.Fault(rawValue: name) else { fatalError("no fault \(name)") }
  return fault
}
let shop = Shop(breaking: fault)
let server = try LoopbackServer { shop.answer($0) }
FileHandle.standardOutput.write(Data("\(server.endpoint)\n".utf8))
while readLine() != nil {}
server.stop()
