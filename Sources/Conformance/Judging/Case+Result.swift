// SPDX-License-Identifier: Apache-2.0
// Folds the readings that a case needs into its result.

import Contract

extension Case {
  /// Judges what came back; a pure function of the readings.
  ///
  /// - Parameter baseline: What the answer to the operation's baseline request decided.
  func result(of transcripts: Transcripts, behind baseline: BaselineDecision) -> CaseResult {
    if let verdict = skipReason.map(Verdict.skipped) ?? baseline.verdict(of: self) {
      return result(verdict)
    }
    if let reason = transcripts.cancellationReason { return result(.inconclusive(reason)) }
    // What a live target is asked is never nothing; a recording may have none of it.
    guard !transcripts.isEmpty else { return result(.inconclusive(.notRecorded)) }
    var context = CheckContext(rule: rule, clause: clause)
    if transcripts.contains(where: \.isNotRecorded) {
      guard !comparesAnswers else { return result(.inconclusive(.notRecorded)) }
    }
    if !bearsGaps, let reason = transcripts.accessFailure { context.inconclusive(reason) }
    judge(&context, transcripts)
    if let obstacle = transcripts.obstacle { context.explainNothing(obstacle) }
    var result = result(context.verdict, context.findings)
    result.inconclusiveReason = context.inconclusiveReason
    result.certainFindings = context.certainFindings
    result.quirkResult = context.quirkResult
    return result
  }

  private func result(_ verdict: Verdict, _ findings: [Finding] = []) -> CaseResult {
    var result = CaseResult(about, verdict: verdict, findings: findings)
    result.isOutside = isOutside
    return result
  }
}
