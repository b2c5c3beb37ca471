// SPDX-License-Identifier: Apache-2.0
// A limit or offset that is out of range or no number is refused with 400.

import Contract
import Wire

extension Check {
  static let badLimit = Check(
    "bad-page-is-refused", .errors,
    "A limit or offset that is out of range or no number is refused with status 400."
  ) { planning, check in
    planning.badPages.map { bad in
      check.refusal(
        planning, bad.name, "\(bad.what) is refused", bad.what, of: planning.request(bad.query),
        answer: 400,
        description: "a \(bad.parameter) that is not as documented is refused", obligation: .should
      ) { response in
        check.weight(of: response, paging: planning.operation.paging, most: planning.largestLimit)
      }
    }
  }

  /// 400 is promised; other refusals and clamping are known of Harbor; the rest fails.
  private func weight(of response: HTTPResponse, paging: Paging, most: Int) -> Severity? {
    switch response.status.code {
    case 400: return nil
    case 200:
      let root = (try? JSONDocument(parsing: response.body))?.root
      guard let rows = root?.value(at: paging.rows), rows.kind == .array else { return .error }
      return rows.elements.count > most ? .error : .warning
    case 401...499: return .warning
    default: return .error
    }
  }
}

/// A page that cannot be asked for.
private struct BadPage {
  var parameter: String
  var name: String
  var what: String
  var query: [Probe.Parameter]

  init(_ parameter: String, _ name: String, _ words: String, _ query: Probe.Parameter...) {
    self.parameter = parameter
    self.name = "\(parameter)-\(name)"
    what = "\(parameter) \(words)"
    self.query = query
  }
}

extension PlanningContext {
  fileprivate var badPages: [BadPage] {
    badValues("limit", beyond: largestLimit + 1, zeroIsBad: true)
      + (operation.parameter("offset") == nil
        ? [] : badValues("offset", beyond: nil, zeroIsBad: false))
  }

  private func badValues(_ name: String, beyond: Int?, zeroIsBad: Bool) -> [BadPage] {
    func page(_ id: String, _ words: String, _ text: String) -> BadPage {
      BadPage(name, id, words, Probe.Parameter(name, text))
    }
    let always = [
      page("negative", "-1", "-1"), page("word", "abc", "abc"),
      page("2-to-63", "2^63", "9223372036854775808"),
    ]
    guard zeroIsBad, let beyond else { return always }
    return [page("zero", "0", "0")] + always + [
      page("too-large", "\(beyond)", "\(beyond)"), page("2-to-31", "2^31", "2147483648"),
      page("fraction", "1.5", "1.5"), page("empty", "that is empty", ""),
      BadPage(
        name, "repeated", "given twice", Probe.Parameter(name, "10"), Probe.Parameter(name, "20")),
    ]
  }
}
