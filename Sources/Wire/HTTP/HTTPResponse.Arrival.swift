// SPDX-License-Identifier: Apache-2.0
// How a response travelled: what stands around status, fields and body, and what is odd about it.

extension HTTPResponse {
  /// What a response says beside its status, its fields and its body, and how it says it.
  public struct Arrival: Sendable, Hashable {
    /// As the status line writes it, such as `HTTP/1.1`; `HTTP/2` has no line and is called so.
    public var version: String
    /// What stands behind the status code; nil where nothing does.
    public var reason: String?
    /// The statuses of 100 to 199 that came first.
    public var interim: [Status]
    /// The fields of the answers that came first, such as those of 103 Early Hints.
    public var earlyFields: HTTPFields
    /// The fields behind the body (RFC 9110, 6.5).
    public var trailers: HTTPFields
    /// What is not as RFC 9110 and 9112 have it, or not as it was asked for; each kind once.
    public var oddities: [Oddity]

    public init(
      version: String = "HTTP/1.1", reason: String? = nil, interim: [Status] = [],
      earlyFields: HTTPFields = [:], trailers: HTTPFields = [:], oddities: [Oddity] = []
    ) {
      self.version = version
      self.reason = reason
      self.interim = interim
      self.earlyFields = earlyFields
      self.trailers = trailers
      self.oddities = oddities
    }
  }

  /// Something odd about how a response travelled, which does not keep it from being read.
  public struct Oddity: Sendable, Hashable {
    public var kind: Kind
    /// What came, such as the name of a content coding.
    public var detail: String

    public init(_ kind: Kind, _ detail: String) {
      self.kind = kind
      self.detail = detail
    }

    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// The body was compressed although it was asked for as it is; it has been decoded.
      case compressed
      /// The body has a coding that was not asked for and cannot be undone; it is as it came.
      case unknownCoding
      /// Bytes came behind the end of the response (RFC 9112, 6.3).
      case bytesBehind
      /// The status line has another version, or another form, than the protocol that was spoken (RFC
      /// 9112, 2.3 and 4).
      case statusLine
      /// Two lengths are announced, or one beside chunks (RFC 9112, 6.3).
      case twoLengths
      /// The length that is announced is no number of digits alone (RFC 9110, 8.6).
      case lengthOfNoDigits
      /// The body has a transfer coding beside chunks that nobody asked for, chunks within chunks, or
      /// chunks in HTTP/1.0 (RFC 9112, 6.1 and 7).
      case transferCoding
      /// A line of the head has no colon, or none behind a name (RFC 9112, 5).
      case lineWithoutColon
      /// Blanks stand between the name of a field and its colon (RFC 9112, 5.1).
      case blankBeforeColon
      /// A field goes on in a second line (RFC 9112, 5.2).
      case foldedLine
      /// Lines end without a carriage return (RFC 9112, 2.2).
      case bareLineFeed
      /// A field that has one value comes more than once (RFC 9110, 5.3).
      case repeatedField
    }
  }
}
