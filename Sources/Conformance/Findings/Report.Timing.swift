// SPDX-License-Identifier: Apache-2.0
// What one request took, for reports that show where the time went.

public import Wire

extension Report {
  /// One request and what it took.
  public struct Timing: Sendable, Hashable {
    /// The operation's id; empty where nobody says.
    public var operation: String
    public var request: Probe.Request
    /// The status code; nil where no whole answer came.
    public var status: Int?
    /// From the first byte sent to the last byte received.
    public var seconds: Double
    /// When its parts ended; nil where nobody measured.
    public var phases: ExchangePhases?
    /// The length of the body.
    public var bytes: Int

    public init(
      operation: String = "", request: Probe.Request, status: Int?, seconds: Double,
      phases: ExchangePhases? = nil, bytes: Int
    ) {
      self.operation = operation
      self.request = request
      self.status = status
      self.seconds = seconds
      self.phases = phases
      self.bytes = bytes
    }

    public init(_ reading: Reading) {
      self.init(
        operation: reading.operation, request: reading.request,
        status: reading.response.map { $0.status.code }, seconds: reading.duration,
        phases: reading.phases, bytes: reading.byteCount)
    }
  }
}
