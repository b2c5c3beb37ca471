// SPDX-License-Identifier: Apache-2.0
// What one description demands: lists of words in three styles, defaults and ranges.

import Testing

@testable import Documentation

@Suite struct RuleTests {
  @Test(
    arguments: [
      (
        "状态,可选Ready、Busy、Gone", ["Ready", "Busy", "Gone"],
        DocumentedRules.ListStyle.enumerationCommas
      ),
      ("支持的状态为:Ready,Busy,Gone", ["Ready", "Busy", "Gone"], .commas),
      ("状态,Ready:好,Busy:忙,Gone:没了。", ["Ready", "Busy", "Gone"], .explanations),
      ("状态\u{FF0C}Ready\u{FF1A}好\u{FF0C}Busy\u{FF1A}忙", ["Ready", "Busy"], .explanations),
      ("State. The options are Ready, Busy, and Gone.", ["Ready", "Busy", "Gone"], .commas),
      ("It can be Ready or Busy.", ["Ready", "Busy"], .commas),
      ("State. Ready: done, Busy: at work", ["Ready", "Busy"], .explanations),
      ("取值范围:Ready、Busy", ["Ready", "Busy"], .enumerationCommas),
    ])
  func `words are found in every style`(
    text: String, words: [String], style: DocumentedRules.ListStyle
  ) {
    let rules = DocumentedRules(reading: text)
    #expect(rules.words == words)
    #expect(rules.style == style)
  }

  @Test(
    arguments: [
      "It can be obtained by calling the IAM API.", "Project, instance and policy.",
      "See https://example.com/a, Note: read it.", "须与limit配套使用", "Ready", "",
      "Number of rows. Value range: 1 to 100.",
    ])
  func `prose is no list of words`(text: String) {
    #expect(DocumentedRules(reading: text).words == [])
  }

  @Test(
    arguments: [
      ("默认值为0。注意", "0", nil, nil), ("默认为100,最大值为200", "100", nil, 200),
      ("默认值从头开始", nil, nil, nil), ("最小值为1,最大值为5。", nil, 1, 5),
      ("The default value is 10, and the maximum value is 100.", "10", nil, 100),
      ("取值范围:1~100", nil, 1, 100), ("Value range: 1-50", nil, 1, 50),
      ("是否清除;默认为false,不清除", "false", nil, nil),
    ] as [(String, String?, Int?, Int?)])
  func `defaults and ranges are read`(
    text: String, standard: String?, minimum: Int?, maximum: Int?
  ) {
    let rules = DocumentedRules(reading: text)
    #expect(rules.defaultValue == standard)
    #expect(rules.minimum == minimum)
    #expect(rules.maximum == maximum)
  }

  @Test(
    arguments: [
      ("String", DocumentedType.Kind.string, nil), ("Integer", .integer, nil),
      ("Boolean", .boolean, nil), ("Array of Job objects", .array, "Job"),
      ("Job object", .object, "Job"), ("Array of strings", .array, nil), ("Sting", .unknown, nil),
    ] as [(String, DocumentedType.Kind, String?)])
  func `types are told apart`(text: String, kind: DocumentedType.Kind, model: String?) {
    #expect(DocumentedType(text).kind == kind)
    #expect(DocumentedType(text).model == model)
  }
}
