// SPDX-License-Identifier: Apache-2.0
// Keeps a run on one thread at a time where others would only be woken and put to sleep again.

import Dispatch

/// Runs the jobs of its tasks one after another.
///
/// A run whose answers are made in this process spends a third of its time in handing over from one
/// thread to the next when it uses more.
final class SerialTaskExecutor: TaskExecutor {
  private let queue: DispatchQueue

  /// Whoever makes it in the background has its tasks run there.
  init() {
    let isAside = Task.currentPriority <= .background
    queue = DispatchQueue(label: "run", qos: isAside ? .background : .unspecified)
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
