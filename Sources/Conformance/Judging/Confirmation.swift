// SPDX-License-Identifier: Apache-2.0
// Asks again what only looks like a fault because data moved, and says what stood still.

import Contract

/// The stage between a doubtful result and its verdict.
///
/// A fault between answers counts only if it comes again while the data stands still. Everything is
/// read twice more; once is enough for rows that are final and change in either reading. A row that the
/// first and the last reading show was there all through the one between, since a row that went does
/// not come back; so what that one contradicts itself in is the server's doing. What comes once and not
/// again, while nothing moved, is a doubt; a row or a count more or less is forgiven.
struct Confirmation {
  private let planned: Case
  private let numbers: [Int]
  private let inquiry: Inquiry

  init(of planned: Case, _ numbers: [Int], _ inquiry: Inquiry) {
    self.planned = planned
    self.numbers = numbers
    self.inquiry = inquiry
  }

  /// The result that stands after everything was read again.
  func confirmed(_ result: CaseResult, seen: Transcripts) async -> CaseResult {
    guard let paging = inquiry.paging(of: planned.operation) else { return result }
    let before = inquiry.readings.count
    let second = await reading(1)
    let count = inquiry.readings.count - before
    if second.contains(where: \.isNotRecorded) { return result.asUnconfirmed() }
    let secondResult = planned.result(of: second, behind: .open)
    if !result.certainFindings.isEmpty, !secondResult.certainFindings.isEmpty,
      ConcurrentChange.keepsChanging(in: seen, and: second, paging: paging)
    {
      return secondResult.asCertain
    }
    guard secondResult.needsConfirmation else {
      let isOwn =
        ConcurrentChange.isReordering(from: seen, to: second, paging: paging)
        || ConcurrentChange.isFlicker(in: seen, and: second, paging: paging)
      let isGlitch =
        result.verdict.outcome == .failed && secondResult.verdict.outcome == .passed
        && ConcurrentChange.isGlitch(from: seen, to: second, paging: paging)
      return isOwn ? result : isGlitch ? result.asUnconfirmed(isOnceOnly: true) : secondResult
    }
    await fallOutOfStep(behind: count)
    let third = await reading(2)
    if third.contains(where: \.isNotRecorded) { return secondResult.asUnconfirmed() }
    if let reason = third.accessFailure { return secondResult.asInconclusive(reason) }
    guard
      let movement = ConcurrentChange(from: seen, through: second, to: third, paging: paging)
    else { return secondResult }
    return secondResult.asInconclusive(.dataMoved(movement.description))
  }

  /// Asks for the list so often that none of two or three states, one for each answer, comes round just
  /// when the same request is sent again: a task that goes to and fro would look still.
  private func fallOutOfStep(behind count: Int) async {
    guard count > 0,
      let more = (0..<4).first(where: { (count + $0) % 2 != 0 && (count + $0) % 3 != 0 })
    else { return }
    let own = numbers.reduce(0) { ($0 &* 31 &+ $1) & 1023 } * 4
    for time in 0..<more { await inquiry.askAside(planned.operation, time: own + time) }
  }

  /// All probes of the case once more, one behind the other.
  private func reading(_ repetition: Int) async -> Transcripts {
    var transcripts: [Transcript] = []
    for number in numbers {
      transcripts.append(await inquiry.transcript(of: number, repetition: repetition))
    }
    return Transcripts(transcripts)
  }
}
