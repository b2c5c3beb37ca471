// SPDX-License-Identifier: Apache-2.0
// The place that a finding points at: a reading, a page of a walk, a value in a body.

import Wire

/// Where something was seen.
struct BodyLocation {
  var reading: Reading
  /// The number of the page within its walk, from 1.
  var page: Int?
  var pointer: JSONPointer?
  var bytes: Range<Int>?
  /// The reading that it is compared with; nil where one answer shows what is wrong.
  var compared: Reading?
  /// What was copied out of the body there; nil shows the beginning of the body.
  var excerpt: Finding.Excerpt?

  init(
    _ reading: Reading, page: Int? = nil, pointer: JSONPointer? = nil, bytes: Range<Int>? = nil,
    excerpt: Finding.Excerpt? = nil, comparedWith compared: Reading? = nil
  ) {
    self.reading = reading
    self.compared = compared
    self.page = page
    self.pointer = pointer
    self.bytes = bytes
    self.excerpt = excerpt
  }

  init(_ reading: Reading, page: Int?, _ location: AnswerLocation) {
    self.init(
      reading, page: page, pointer: location.pointer, bytes: location.bytes,
      excerpt: location.excerpt)
  }

  var evidence: Finding.Evidence {
    Finding.Evidence(
      request: reading.request.line, credential: reading.request.credential,
      repeatLines: reading.request.repeatLines(to: reading.facts, and: compared?.request),
      page: page, bytes: bytes, excerpt: excerpt ?? reading.response?.excerpt)
  }
}
