// SPDX-License-Identifier: Apache-2.0
// How fast, how often and how patiently an endpoint is asked.

extension PoliteTransport {
  /// What one run may ask of an endpoint.
  public struct Manners: Sendable, Hashable {
    /// Requests per second, above 0; nil for as fast as answers come.
    public var rate: Double?
    /// Requests of the whole run, those sent again included; nil for as many as it takes.
    public var most: Int?
    /// How many of those another transport has sent to the same host before.
    public var spent = 0
    /// How often a request is sent again at most.
    public var repeats = 2
    /// A server that wants to be left alone for longer is not waited for.
    public var longestWait = Duration.seconds(60)
    /// Before the first repetition where the server names no time; doubled for each further one.
    public var shortestWait = Duration.seconds(1)

    public init(rate: Double? = nil, most: Int? = nil) {
      self.rate = rate
      self.most = most
    }
  }

  /// What was sent so far.
  public struct Tally: Sendable, Hashable {
    /// Requests, those sent again included.
    public var sent = 0
    /// How many of them were sent again.
    public var repeated = 0
  }
}
