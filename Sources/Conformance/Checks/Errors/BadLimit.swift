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
      var planned = check.refusal(
        planning, bad.name, "\(bad.what) is refused", bad.what, of: planning.request(bad.query),
        by: planning.asking(bad), answer: 400,
        description: "\(bad.parameter.withArticle) that is not as documented is refused",
        obligation: .should, told: bad.words
      ) { response in
        check.weight(of: response, most: bad.most)
      }
      if bad.isRare, planning.isCramped { planned.skipReason = .tooManyRequests }
      return planned
    }
  }

  /// 400 is promised; other refusals and clamping are known of servers; the rest fails, and so does a
  /// page with more rows than clamping explains.
  private func weight(of response: ReadResponse, most: Int) -> Severity? {
    switch response.status.code {
    case 400: return nil
    case 200:
      guard let rows = response.page?.facts.rows, rows == .list || rows == .null else {
        return .error
      }
      return response.rowCount > most ? .error : .warning
    case 401...499: return .warning
    default: return .error
    }
  }
}
