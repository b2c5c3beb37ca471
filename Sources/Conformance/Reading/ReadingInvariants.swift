// SPDX-License-Identifier: Apache-2.0
// What has to hold between the reader of bodies and the exact parser: the oracle of the fuzzer.

public import Contract
import Wire

/// Statements about the reading of bodies of one operation that hold for every body, JSON or not.
public struct ReadingInvariants: Sendable {
  private let program: ResponseProgram

  public init(_ operation: Contract.Operation, of facts: TargetFacts) {
    program = ResponseProgram(operation) { parameter in
      operation.parameter(parameter)?.fact.flatMap { facts[$0] }
    }
  }

  /// The statement that does not hold for a body; nil if all do.
  public func violation(in body: [UInt8]) -> String? {
    let parsed = Result { () throws(JSONSyntaxError) in try JSONDocument(parsing: body) }
    switch (parsed, read(body), read(body, isExhaustive: true)) {
    case (.failure(let wanted), .failure(let error), .failure(let again)):
      guard error == wanted, again == wanted else {
        return "the parser says \(wanted), the reader \(error) and \(again)"
      }
      return nil
    case (.success, .success(let reading), .success(let whole)):
      return Self.difference(reading, whole)
    case (.success, .failure(let error), _), (.success, _, .failure(let error)):
      return "the reader says \(error), and the parser nothing"
    case (.failure(let error), _, _): return "the parser says \(error), and the reader nothing"
    }
  }

  private func read(
    _ body: [UInt8], isExhaustive: Bool = false
  ) -> Result<BodyReading, JSONSyntaxError> {
    var options = BodyReader.Options()
    options.observes = true
    options.ledger = SideLedger()
    options.isExhaustive = isExhaustive
    options.askedWords = program.filterFields.map { _ in nil }
    return body.withUnsafeBufferPointer { bytes in
      Result { () throws(JSONSyntaxError) in try program.read(bytes, options) }
    }
  }

  /// How a reading differs from one in which every value went to its check.
  private static func difference(_ reading: BodyReading, _ whole: BodyReading) -> String? {
    guard reading.facts.fingerprints == whole.facts.fingerprints, reading.counts == whole.counts
    else { return "looking at every value changes a count or a fingerprint" }
    let (some, all) = (reading.lines, whole.lines)
    guard some != all else { return nil }
    let different = zip(some + [""], all + [""]).first { $0 != $1 }
    return "looking at every value changes \(different?.0 ?? "") to \(different?.1 ?? "")"
  }
}
