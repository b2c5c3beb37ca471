// SPDX-License-Identifier: Apache-2.0
// The fixed words of pages in Chinese and English: headings, column titles, phrases of rules.

/// The language of a page's headings.
public enum Language: String, Sendable, Hashable, CaseIterable {
  case chinese, english
}

/// A part of a page.
enum Section: Sendable, Hashable, CaseIterable {
  case function, constraints, calling, authorization, uri, request, response
  case requestExample, responseExample, samples, statusCodes, errorCodes

  /// What stands over the part, in lower case; the usual heading first.
  var headings: [Language: [String]] {
    switch self {
    case .function: [.chinese: ["功能介绍"], .english: ["function", "functions"]]
    case .constraints: [.chinese: ["接口约束", "约束与限制"], .english: ["constraints"]]
    case .calling: [.chinese: ["调用方法"], .english: ["calling method", "debugging"]]
    case .authorization:
      [.chinese: ["授权信息"], .english: ["authorization information", "authorization"]]
    case .uri: [.chinese: ["uri"], .english: ["uri"]]
    case .request:
      [.chinese: ["请求参数"], .english: ["request parameters", "request"]]
    case .response:
      [.chinese: ["响应参数"], .english: ["response parameters", "response"]]
    case .requestExample:
      [.chinese: ["请求示例"], .english: ["example requests", "example request"]]
    case .responseExample:
      [.chinese: ["响应示例"], .english: ["example responses", "example response"]]
    case .samples: [.chinese: ["sdk代码示例"], .english: ["sdk sample code", "sample code"]]
    case .statusCodes: [.chinese: ["状态码"], .english: ["status codes"]]
    case .errorCodes: [.chinese: ["错误码"], .english: ["error codes"]]
    }
  }

  /// The section with that heading, and the language if the heading is of one.
  ///
  /// - Parameter isSetOff: Whether the line is marked as a heading, so that its words are no value.
  init?(heading text: String, isSetOff: Bool = false) {
    let words = text.lowercased()
    guard let section = Self.byHeading[words] ?? (isSetOff ? Self.setOff[words] : nil) else {
      return nil
    }
    self = section
  }

  /// Other words that stand over a part, where nothing but a heading can be meant.
  private static let setOff: [String: Section] = [
    "description": .function, "overview": .function, "introduction": .function,
    "restrictions": .constraints, "limitations": .constraints, "notes": .constraints,
    "url": .uri, "endpoint": .uri, "http request": .uri, "request uri": .uri, "uri format": .uri,
    "request line": .uri, "api": .uri, "请求uri": .uri, "请求路径": .uri,
    "parameters": .request, "request parameter": .request, "request headers": .request,
    "responses": .response, "response parameter": .response, "response body": .response,
    "response fields": .response, "return value": .response, "return values": .response,
    "返回参数": .response, "响应": .response, "请求": .request,
    "request example": .requestExample, "request examples": .requestExample,
    "sample request": .requestExample, "sample requests": .requestExample,
    "response example": .responseExample, "response examples": .responseExample,
    "sample response": .responseExample, "sample responses": .responseExample,
    "返回示例": .responseExample, "sample codes": .samples, "code samples": .samples,
    "status code": .statusCodes, "http status codes": .statusCodes, "return codes": .statusCodes,
    "返回码": .statusCodes, "error code": .errorCodes, "errors": .errorCodes,
  ]

  private static let byHeading = Dictionary(
    allCases.flatMap { section in
      section.headings.values.joined().map { ($0, section) }
    }, uniquingKeysWith: { first, _ in first })

  /// The language of a heading; nil where both write it in the same way.
  func language(of heading: String) -> Language? {
    // Words that stand there only where they are set off are those of one language.
    if !headings.values.joined().contains(heading.lowercased()) {
      return heading.utf8.allSatisfy { $0 < 0x80 } ? .english : .chinese
    }
    let languages = headings.filter { $0.value.contains(heading.lowercased()) }.map(\.key)
    return languages.count == 1 ? languages[0] : nil
  }
}

/// A column of a table.
enum Column: Sendable, Hashable, CaseIterable {
  case name, presence, type, description, code

  /// What stands over the column, in lower case.
  var titles: Set<String> {
    switch self {
    case .name:
      ["参数", "参数名", "参数名称", "名称", "字段", "parameter", "parameter name", "name", "field"]
    case .presence: ["是否必选", "必选", "是否必填", "mandatory", "required", "required?"]
    case .type: ["参数类型", "类型", "type", "parameter type", "data type"]
    case .description: ["描述", "说明", "description", "meaning"]
    case .code: ["状态码", "返回值", "返回码", "status code", "http status code", "code"]
    }
  }

  init?(title: String) {
    guard let column = Self.byTitle[title.lowercased()] else { return nil }
    self = column
  }

  private static let byTitle = Dictionary(
    allCases.flatMap { column in column.titles.map { ($0, column) } },
    uniquingKeysWith: { first, _ in first })
}

/// Phrases that state a rule inside a description.
enum Phrase {
  /// Stand before a default.
  static let defaults = ["默认值为", "默认为", "默认值:", "默认值\u{FF1A}", "default value is", "defaults to"]
  static let maxima = ["最大值为", "最大为", "最大值:", "最大值\u{FF1A}", "maximum value is", "at most"]
  static let minima = ["最小值为", "最小为", "最小值:", "最小值\u{FF1A}", "minimum value is", "at least"]
  /// Stand before two numbers with a mark between them.
  static let ranges = ["取值范围", "value range", "ranges from", "range from"]
  /// Say that an offset is a multiple of the limit.
  static let multiples = ["倍数", "multiple of"]
  /// Say that two parameters go together.
  static let together = ["配套使用", "used together"]
  /// Stand before a list of words.
  static let lists = [
    "可选值", "可选", "取值范围", "取值", "支持的状态", "枚举值", "options are", "values are", "can be",
    "one of", "value range", "enumeration values", "options", "valid values",
  ]
  /// Say that a field is there under a condition.
  static let conditions = ["失败", "failure", "failed"]
  static let allowLists = ["白名单", "whitelist", "allowlist", "trustlist"]
  static let bytes = ["字节", "bytes"]
  static let date = ["更新时间", "updated on", "updated at"]
  static let yes = ["是", "yes", "true", "mandatory", "required"]
  static let no = ["否", "no", "false", "optional"]
}
