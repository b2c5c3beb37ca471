// SPDX-License-Identifier: Apache-2.0
// Data only: what a server of HTTP/2 may do with its frames.

import Testing

extension Hostility {
  private static let breaksOff = "the answer breaks off each of three times"

  static let frames: [Hostility] = [
    Hostility(http2: "h2: a page", .passes) { Frame.granted() + Frame.data($0) },
    Hostility(http2: "h2: a page in two frames", .passes) {
      Frame.granted() + Frame.data(Array($0[..<9]), ends: false) + Frame.data(Array($0[9...]))
    },
    Hostility(http2: "h2: an end in an empty frame", .passes) {
      Frame.granted() + Frame.data($0, ends: false) + Frame.data([])
    },
    Hostility(http2: "h2: trailer fields", .passes) {
      Frame.granted() + Frame.data($0, ends: false) + Frame.head([("x-sum", "1")], ends: true)
    },
    Hostility(http2: "h2: status 103 first", .passes) {
      Frame.head([(":status", "103"), ("link", "</a>")]) + Frame.granted() + Frame.data($0)
    },
    Hostility(http2: "h2: status 100 first", .passes) {
      Frame.head([(":status", "100")]) + Frame.granted() + Frame.data($0)
    },
    Hostility(http2: "h2: fields in two frames", .passes) {
      Frame.head([(":status", "200")], whole: false)
        + Frame.raw(9, 4, 1, Frame.block(Frame.json)) + Frame.data($0)
    },
    Hostility(http2: "h2: a padded page", .passes) {
      Frame.granted() + Frame.raw(0, 9, 1, [3] + $0 + [0, 0, 0])
    },
    Hostility(http2: "h2: a frame of an unknown kind", .passes) {
      Frame.raw(99, 255, 1, [1, 2, 3]) + Frame.granted() + Frame.data($0)
    },
    Hostility(http2: "h2: a ping first", .passes) {
      Frame.raw(6, 0, 0, [1, 2, 3, 4, 5, 6, 7, 8]) + Frame.granted() + Frame.data($0)
    },
    Hostility(http2: "h2: a hundred pings", .passes) {
      (0..<100).flatMap { _ in Frame.raw(6, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]) } + Frame.granted()
        + Frame.data($0)
    },
    Hostility(http2: "h2: settings again", .passes) {
      Frame.raw(4, 0, 0, []) + Frame.granted() + Frame.data($0)
    },
    Hostility(http2: "h2: an unknown setting", .passes) {
      Frame.raw(4, 0, 0, [0x7F, 0x7F, 0, 0, 0, 1]) + Frame.granted() + Frame.data($0)
    },
    Hostility(http2: "h2: a goodbye behind the page", .passes) {
      Frame.granted() + Frame.data($0) + Frame.goAway(0)
    },
    Hostility(http2: "h2: a goodbye before the page", .passes) {
      Frame.goAway(0) + Frame.granted() + Frame.data($0)
    },
    Hostility(http2: "h2: a length that is true", .passes) {
      Frame.granted([("content-length", "\($0.count)")]) + Frame.data($0)
    },
    Hostility(http2: "h2: a field of Latin-1", .passes) {
      Frame.granted([("x-owner", "J\u{e9}")]) + Frame.data($0)
    },
    Hostility(http2: "h2: an empty field", .passes) {
      Frame.granted([("x-owner", "")]) + Frame.data($0)
    },
    Hostility(http2: "h2: a field twice", .passes) {
      Frame.granted([("x-owner", "a"), ("x-owner", "b")]) + Frame.data($0)
    },
    Hostility(http2: "h2: a window that grows", .passes) {
      Frame.raw(8, 0, 0, [0, 0, 255, 255]) + Frame.granted() + Frame.data($0)
    },
    Hostility(http2: "h2: a priority", .passes) {
      Frame.raw(2, 0, 1, [0, 0, 0, 0, 16]) + Frame.granted() + Frame.data($0)
    },

    Hostility(
      http2: "h2: gzip",
      .warns("plain-http", "Content-Encoding is gzip although identity was asked for")
    ) {
      Frame.granted([("content-encoding", "gzip")])
        + Frame.data(Deflate.gzip(Deflate.stored($0), of: $0))
    },
    Hostility(
      http2: "h2: two types of content, both JSON",
      .warns("plain-http", "Content-Type comes more than once")
    ) {
      Frame.granted([("content-type", "application/json")]) + Frame.data($0)
    },
    Hostility(http2: "h2: status 404", .fails("status-200", "is answered with status 404")) { _ in
      Frame.head([(":status", "404")] + Frame.json) + Frame.data(Array("{}".utf8))
    },
    Hostility(
      http2: "h2: status 302 without a place",
      .fails("status-200", "is answered with status 302")
    ) { _ in
      Frame.head([(":status", "302")] + Frame.json, ends: true)
    },
    Hostility(http2: "h2: no body", .fails("well-formed-json", "the body is not JSON")) { _ in
      Frame.head([(":status", "200")] + Frame.json, ends: true)
    },

    Hostility(http2: "h2: only settings, and a close", .fails("whole-answer", breaksOff)) { _ in []
    },
    Hostility(
      http2: "h2: only settings, and a reset", then: .resets, .fails("whole-answer", breaksOff)
    ) {
      _ in []
    },
    Hostility(
      http2: "h2: only settings, and silence", then: .hangs,
      .fails("whole-answer", "gave no whole answer within 1 s")
    ) { _ in [] },
    Hostility(
      http2: "h2: a head, and silence", then: .hangs,
      .fails("whole-answer", "gave no whole answer within 1 s")
    ) { _ in Frame.granted() },
    Hostility(http2: "h2: a head, and a close", .fails("whole-answer", breaksOff)) { _ in
      Frame.granted()
    },
    Hostility(http2: "h2: half a page, and a close", .fails("whole-answer", breaksOff)) {
      Frame.granted() + Frame.data(Array($0[..<9]), ends: false)
    },
    Hostility(
      http2: "h2: half a page, and a reset of the connection", then: .resets,
      .fails("whole-answer", breaksOff)
    ) {
      Frame.granted() + Frame.data(Array($0[..<9]), ends: false)
    },
    Hostility(
      http2: "h2: half a page, and a reset of the stream",
      .fails("whole-answer", breaksOff)
    ) {
      Frame.granted() + Frame.data(Array($0[..<9]), ends: false) + Frame.reset(2)
    },
    Hostility(http2: "h2: a stream that is refused", .fails("whole-answer", breaksOff)) { _ in
      Frame.reset(7)
    },
    Hostility(http2: "h2: a stream that is cancelled", .fails("whole-answer", breaksOff)) { _ in
      Frame.reset(8)
    },
    Hostility(http2: "h2: a stream that fails", .fails("whole-answer", breaksOff)) { _ in
      Frame.reset(2)
    },
    Hostility(http2: "h2: a goodbye instead of an answer", .fails("whole-answer", breaksOff)) { _ in
      Frame.goAway(11, last: 0, "enhance your calm")
    },
    Hostility(http2: "h2: a length too long", .fails("whole-answer", breaksOff)) {
      Frame.granted([("content-length", "\($0.count + 1)")]) + Frame.data($0)
    },
    Hostility(http2: "h2: a length too short", .fails("whole-answer", breaksOff)) {
      Frame.granted([("content-length", "1")]) + Frame.data($0)
    },
    Hostility(http2: "h2: a page before its head", .fails("whole-answer", breaksOff)) {
      Frame.data($0)
    },
    Hostility(http2: "h2: no status", .fails("whole-answer", breaksOff)) {
      Frame.head(Frame.json) + Frame.data($0)
    },
    Hostility(http2: "h2: two statuses", .fails("whole-answer", breaksOff)) {
      Frame.head([(":status", "200"), (":status", "500")]) + Frame.data($0)
    },
    Hostility(http2: "h2: a status that is a word", .fails("whole-answer", breaksOff)) {
      Frame.head([(":status", "ok")]) + Frame.data($0)
    },
    Hostility(
      http2: "h2: a frame on stream 0", .fails("whole-answer or well-formed-json", "ListGcTasks")
    ) {
      Frame.granted() + Frame.data($0, stream: 0)
    },
    Hostility(http2: "h2: an answer to nobody", .fails("whole-answer", breaksOff)) {
      Frame.head([(":status", "200")], stream: 7) + Frame.data($0, stream: 7)
    },
    Hostility(http2: "h2: an answer to stream 2", .fails("whole-answer", breaksOff)) {
      Frame.head([(":status", "200")], stream: 2) + Frame.data($0, stream: 2)
    },
    Hostility(http2: "h2: a promise to push", .fails("whole-answer", breaksOff)) { _ in
      Frame.raw(5, 4, 1, [0, 0, 0, 2] + Frame.block([(":method", "GET"), (":path", "/")]))
    },
    Hostility(http2: "h2: fields that cannot be unpacked", .fails("whole-answer", breaksOff)) { _ in
      Frame.raw(1, 4, 1, [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF])
    },
    Hostility(
      http2: "h2: fields that go on in another kind of frame",
      .fails("whole-answer", breaksOff)
    ) {
      Frame.head([(":status", "200")], whole: false) + Frame.data($0)
    },
    Hostility(
      http2: "h2: a frame longer than any may be",
      .fails("whole-answer or well-formed-json", "ListGcTasks")
    ) { _ in
      Frame.granted() + Frame.raw(0, 1, 1, [], length: 0xFF_FFFF)
    },
    Hostility(http2: "h2: a frame shorter than it says", .fails("whole-answer", breaksOff)) { _ in
      Frame.granted() + Frame.raw(0, 1, 1, [1, 2, 3], length: 100)
    },
    Hostility(http2: "h2: settings of 5 bytes", .fails("whole-answer", breaksOff)) { _ in
      Frame.raw(4, 0, 0, [0, 1, 0, 0, 0])
    },
    Hostility(http2: "h2: a window of nothing", .fails("whole-answer", breaksOff)) { _ in
      Frame.raw(8, 0, 0, [0, 0, 0, 0])
    },
    Hostility(
      http2: "h2: a padding longer than its frame",
      .fails("whole-answer or well-formed-json", "ListGcTasks")
    ) {
      _ in
      Frame.granted() + Frame.raw(0, 9, 1, [200, 1, 2])
    },
    Hostility(http2: "h2: a name in capitals", .fails("whole-answer", breaksOff)) {
      Frame.granted([("X-Owner", "me")]) + Frame.data($0)
    },
    Hostility(http2: "h2: a field of the connection", .fails("whole-answer", breaksOff)) {
      Frame.granted([("connection", "close")]) + Frame.data($0)
    },
  ]
}
