// SPDX-License-Identifier: Apache-2.0
// What one request took, for reports that show where the time went.

import Wire

extension Report {
  /// One request and what it took.
  public struct Timing: Sendable, Hashable {
    /// Method and target, such as `GET /v2/…/jobs?limit=10`.
    public var request: String
    /// The status code; nil where no whole answer came.
    public var status: Int?
    /// From the first byte sent to the last byte received.
    public var seconds: Double
    /// The length of the body.
    public var bytes: Int

    public init(request: String, status: Int?, seconds: Double, bytes: Int) {
      self.request = request
      self.status = status
      self.seconds = seconds
      self.bytes = bytes
    }

    public init(_ reading: Reading) {
      self.init(
        request: reading.request.line, status: reading.response.map { $0.status.code },
        seconds: reading.seconds, bytes: reading.byteCount)
    }
  }
}
