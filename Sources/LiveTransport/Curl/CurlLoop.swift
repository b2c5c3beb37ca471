// SPDX-License-Identifier: Apache-2.0
// The thread on which libcurl lives: all transfers of a transport, and the connections they leave.

import CurlInterface
import Dispatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Runs transfers side by side on one thread, each on a connection of its own.
///
/// Nothing is multiplexed: what a server does to one connection befalls one request.
final class CurlLoop: Sendable {
  private let curl: CurlLibrary
  private let multi: SendableHandle
  private let inbox = Mutex(Inbox())
  private let takesWork: Bool

  /// What the thread has to do next.
  struct Inbox {
    var started: [Transfer] = []
    var givenUp: [Transfer] = []
    /// What of a run is worked on by this thread.
    var jobs: [UnownedJob] = []
    var isClosing = false
    /// How many transfers the thread had under way when it last looked.
    var underWay = 0

    /// Whether the thread has to do something before it may rest.
    var isUrgent: Bool { !started.isEmpty || !givenUp.isEmpty || !jobs.isEmpty }
  }

  /// - Parameters:
  ///   - connections: How many may be open to one host at a time.
  ///   - takesWork: Whether the thread also does what comes before a request, which must be short:
  ///     then whoever asks for it wakes one thread and not two.
  init(_ curl: CurlLibrary, _ route: NetworkRoute, connections: Int, takesWork: Bool = false) {
    self.curl = curl
    self.takesWork = takesWork
    multi = SendableHandle(curl.makeMulti())
    _ = curl_set_number(curl.setMultiOption, multi.pointer, CurlOption.multiplexing, 0)
    _ = curl_set_number(
      curl.setMultiOption, multi.pointer, CurlOption.connectionsOfHost, connections)
    let queue = DispatchQueue(label: "libcurl")
    queue.setSpecific(key: Self.own, value: ObjectIdentifier(self))
    queue.async { [self] in
      Self.blockBrokenPipes()
      var worker = CurlWorker(curl, multi.pointer, route)
      worker.run(self)
    }
  }

  /// Sends a request and waits for its end, or for whoever cancels us.
  func end(of order: Transfer.Order) async -> TransferEnd {
    let transfer = Transfer(order)
    return await withTaskCancellationHandler {
      await withCheckedContinuation { waiting in
        transfer.wait(waiting)
        put { $0.started.append(transfer) }
      }
    } onCancel: {
      put { $0.givenUp.append(transfer) }
      transfer.end(.givenUp)
    }
  }

  /// Lets the thread end once nothing is under way; no request may follow.
  func close() { put { $0.isClosing = true } }

  /// Wakes the thread before it can see the change, for behind it there may be nobody to wake; what
  /// it does itself it sees anyhow.
  private func put(_ change: (inout Inbox) -> Void) {
    let isOwn = isOwnThread
    inbox.withLock {
      change(&$0)
      if !isOwn { _ = curl.wake(multi.pointer) }
    }
  }

  /// What came since it was last asked.
  func takeInbox(underWay count: Int) -> Inbox {
    inbox.withLock { inbox in
      let taken = inbox
      (inbox.started, inbox.givenUp, inbox.jobs) = ([], [], [])
      inbox.underWay = count + taken.started.count
      return taken
    }
  }

  /// Whether nothing has to be done before the sockets have news.
  var mayRest: Bool { inbox.withLock { !$0.isUrgent } }

  /// Whether nobody will ask for anything more, be it that what was worked on here has closed it.
  var isOver: Bool { inbox.withLock { $0.isClosing && !$0.isUrgent } }

  private static let own = DispatchSpecificKey<ObjectIdentifier>()

  var isOwnThread: Bool { DispatchQueue.getSpecific(key: Self.own) == ObjectIdentifier(self) }

  /// A peer that went away is told by an error and not by a signal, whatever wrote to it.
  private static func blockBrokenPipes() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }
}

extension CurlLoop: TaskExecutor {
  /// Works on what follows an answer here if no other transfer would have to wait for it: a walk
  /// from page to page then pays for no change of threads.
  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    guard isOwnThread else { return takesWork ? put { $0.jobs.append(job) } : hand(on: job) }
    let isKept = inbox.withLock { inbox in
      guard inbox.underWay <= 1, inbox.started.isEmpty else { return false }
      inbox.jobs.append(job)
      return true
    }
    if !isKept { hand(on: job) }
  }

  private func hand(on job: UnownedJob) {
    DispatchQueue.global().async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}

/// A pointer that one thread uses, but for the one call that any thread may make.
private struct SendableHandle: @unchecked Sendable {
  let pointer: CurlLibrary.Handle?

  init(_ pointer: CurlLibrary.Handle?) { self.pointer = pointer }
}
