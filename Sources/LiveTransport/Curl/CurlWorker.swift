// SPDX-License-Identifier: Apache-2.0
// What the thread of a loop does: starts what was asked for, lets libcurl work, tells what has ended.

import CurlInterface

/// The transfers of a loop that are under way, and the handles that rest.
struct CurlWorker {
  private let curl: CurlLibrary
  private let multi: CurlLibrary.Handle?
  private let route: NetworkRoute
  private var running: [CurlLibrary.Handle: Transfer] = [:]
  private var resting: [EasyHandle] = []

  init(_ curl: CurlLibrary, _ multi: CurlLibrary.Handle?, _ route: NetworkRoute) {
    (self.curl, self.multi, self.route) = (curl, multi, route)
  }

  /// Works until the loop is closed and nothing is under way, and takes libcurl down.
  mutating func run(_ loop: CurlLoop) {
    while true {
      let inbox = loop.takeInbox(underWay: running.count)
      for transfer in inbox.started { start(transfer) }
      for transfer in inbox.givenUp { giveUp(transfer) }
      for job in inbox.jobs { job.runSynchronously(on: loop.asUnownedTaskExecutor()) }
      if running.isEmpty, loop.isOver { break }
      var count: CInt = 0
      _ = curl.perform(multi, &count)
      if tellEnds() || !loop.mayRest { continue }
      _ = curl.poll(multi, nil, 0, Self.longestRest, nil)
    }
    resting = []
    _ = curl.dropMulti(multi)
  }

  /// In milliseconds; libcurl wakes by itself when one of its own times has come.
  private static let longestRest: CInt = 60_000

  private mutating func start(_ transfer: Transfer) {
    guard !transfer.isOver else { return }
    guard let easy = resting.popLast() ?? EasyHandle(curl, route) else {
      return transfer.end(.givenUp)
    }
    transfer.begin(on: easy)
    running[easy.pointer] = transfer
    _ = curl.add(multi, easy.pointer)
  }

  private mutating func giveUp(_ transfer: Transfer) {
    guard let place = running.first(where: { $0.value === transfer })?.key else { return }
    leave(place)
  }

  /// - Returns: Whether one had ended, so that others may follow at once.
  private mutating func tellEnds() -> Bool {
    var rest: CInt = 0
    var hasEnded = false
    while let message = curl.message(multi, &rest) {
      let (place, code) = (message.pointee.handle, message.pointee.result.code)
      guard let place, let transfer = running[place] else { continue }
      transfer.finish(code)
      leave(place)
      hasEnded = true
    }
    return hasEnded
  }

  private mutating func leave(_ place: CurlLibrary.Handle) {
    _ = curl.remove(multi, place)
    if let easy = running.removeValue(forKey: place)?.leave() { resting.append(easy) }
  }
}
