// SPDX-License-Identifier: Apache-2.0
// What is signed of a bundle, in the form that the tools for supply chains read.

import Conformance
import Digests
import Wire

extension VendorBundle {
  /// An in-toto Statement v1 about the manifest, and so about every file of the bundle.
  ///
  /// The predicate is a test result (https://in-toto.io/attestation/test-result/v0.1); what was claimed
  /// and could not be asserted is no pass, so that its result is `WARNED`.
  public var statement: String {
    func ids(_ outcome: Verdict.Outcome) -> JSONTree {
      .array(
        report.results.filter { $0.verdict.outcome == outcome }.map { .string($0.id) })
    }
    let isClean = report.exit == .passed && report.count(.warned) == 0
    let result = report.exit == .failed ? "FAILED" : isClean ? "PASSED" : "WARNED"
    func resource(_ name: String, _ sha256: String) -> JSONTree {
      ["name": .string(name), "digest": ["sha256": .string(sha256)]]
    }
    let tree: JSONTree = [
      "_type": "https://in-toto.io/Statement/v1",
      "subject": [resource(Manifest.path, SHA256.hexadecimal(Array(manifest.text.utf8)))],
      "predicateType": "https://in-toto.io/attestation/test-result/v0.1",
      "predicate": [
        "result": .string(result),
        "configuration": [
          resource("contract", String(contract.split(separator: ":").last ?? ""))
        ],
        "passedTests": ids(.passed), "warnedTests": ids(.warned), "failedTests": ids(.failed),
      ],
    ]
    return tree.document
  }
}
