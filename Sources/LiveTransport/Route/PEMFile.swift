// SPDX-License-Identifier: Apache-2.0
// The files behind --ca-file, --cert and --key, looked into before libcurl would fail on them.

import Files

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A file that has to hold something in PEM form.
struct PEMFile {
  private let path: String
  /// The option, variable or key that names it.
  private let origin: String

  enum Part {
    case certificate, key
  }

  init(_ path: String, _ origin: String) {
    self.path = path
    self.origin = origin
  }

  /// Why it cannot be used as a file with that part; empty if it can.
  func problems(lacking part: Part) -> [Target.Problem] {
    do throws(FileProblem) {
      let text = String(decoding: try InputFile.bytes(path), as: UTF8.self)
      switch part {
      case .certificate: return Self.holdsCertificate(text) ? [] : [noCertificate]
      case .key: return problem(ofKeyIn: text).map { [$0] } ?? []
      }
    } catch {
      return [
        Target.Problem(
          "\(path) cannot be read: \(error)", remedy: "check the path behind \(origin)")
      ]
    }
  }

  private var noCertificate: Target.Problem {
    Target.Problem(
      "\(path) holds no certificate in PEM form",
      remedy: "convert one with openssl x509 -inform der -in FILE -out FILE.pem")
  }

  /// OpenSSL would ask a terminal for the password of a key.
  private func problem(ofKeyIn text: String) -> Target.Problem? {
    guard text.contains("PRIVATE KEY-----") else {
      return Target.Problem(
        "\(path) holds no private key in PEM form", remedy: "name it with --key FILE.pem")
    }
    guard text.contains("BEGIN ENCRYPTED PRIVATE KEY") || text.contains("4,ENCRYPTED") else {
      return nil
    }
    return Target.Problem(
      "the private key in \(path) is encrypted, and nobody is asked for its password",
      remedy: "decrypt it with openssl pkey -in FILE -out FILE.pem")
  }

  /// Whether the Base64 text of a DER sequence stands between the two lines of a certificate.
  private static func holdsCertificate(_ text: String) -> Bool {
    text.matches(of: #/-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----/#)
      .contains { match in
        let bytes = Data(base64Encoded: match.output.1.filter { !$0.isWhitespace })
        return bytes?.first == 0x30
      }
  }
}
