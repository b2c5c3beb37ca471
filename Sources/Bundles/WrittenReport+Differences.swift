// SPDX-License-Identifier: Apache-2.0
// Where a report tells other verdicts than a recording gives.

import Conformance
import Reporting
import Wire

extension WrittenReport {
  /// What this report says of each case beside what was judged; notes and counts included.
  func differences(from judged: WrittenReport) -> [VendorBundle.Audit.Difference] {
    let told = Dictionary(uniqueKeysWithValues: cases.map { ($0.id, $0) })
    let planned = Set(judged.cases.map(\.id))
    let missing = judged.cases.flatMap { result in
      guard let own = told[result.id] else {
        return [VendorBundle.Audit.Difference(result.id, "is not in the report")]
      }
      return own.differences(from: result)
    }
    let extra = cases.filter { !planned.contains($0.id) }.map {
      VendorBundle.Audit.Difference($0.id, "is in the report and not in the plan")
    }
    return missing + extra
  }
}

extension WrittenReport.Case {
  fileprivate func differences(from judged: Self) -> [VendorBundle.Audit.Difference] {
    let difference = { VendorBundle.Audit.Difference(id, $0) }
    if outcome != judged.outcome {
      let why = (judged.reason ?? judged.findings.first?.words).map { ": \($0)" } ?? ""
      return [
        difference(
          "is \(outcome.rawValue) in the report, and the recording gives "
            + "\(judged.outcome.rawValue)\(why)")
      ]
    }
    if reason != judged.reason {
      return [
        difference(
          "has the reason \(reason ?? "none"), and the recording gives "
            + "\(judged.reason ?? "none")")
      ]
    }
    let invented = findings.filter { !judged.findings.contains($0) }.map {
      difference("has a finding that the recording does not give: \($0.words)")
    }
    let hidden = judged.findings.filter { !findings.contains($0) }.map {
      difference("lacks a finding that the recording gives: \($0.words)")
    }
    guard invented.isEmpty, hidden.isEmpty, asserted != judged.asserted else {
      return invented + hidden
    }
    return [
      difference(
        "asserted \(asserted.counted("value")), and the recording gives \(judged.asserted)")
    ]
  }
}

extension WrittenReport.Finding {
  fileprivate var words: String {
    "\(rule)\(pointer.map { " at \($0)" } ?? ""), expected \(expected), received \(received), "
      + "\(count.counted("time"))"
  }
}
