// SPDX-License-Identifier: Apache-2.0
// The file behind --ca-file, looked into before libcurl would fail on it without a word of help.

import Foundation

/// A file that has to hold certificates in PEM form.
struct CertificateFile {
  var path: String

  /// Why it cannot be used; nil if it holds a certificate.
  var problem: Target.Problem? {
    let text: String
    do {
      text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    } catch {
      return Target.Problem(
        "\(path) cannot be read: \(TargetFile.reason(error))",
        remedy: "check the path behind --ca-file")
    }
    return Self.holdsCertificate(text)
      ? nil
      : Target.Problem(
        "\(path) holds no certificate in PEM form",
        remedy: "convert one with openssl x509 -inform der -in FILE -out FILE.pem")
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
