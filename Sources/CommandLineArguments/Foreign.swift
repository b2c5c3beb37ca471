// SPDX-License-Identifier: Apache-2.0
// Options that people know from curl and look for here in vain, each with what to do instead.

/// Options of other programs that are answered with more than the nearest name.
enum Foreign {
  static let remedies = [
    "--cert": noClientCertificate,
    "--key": noClientCertificate,
    "--client-cert": noClientCertificate,
    "--client-key": noClientCertificate,
    "--cacert": "use --ca-file FILE.pem",
    "--capath": "put the certificates into one file, for --ca-file FILE.pem",
    "--proxy": "set HTTPS_PROXY, or http_proxy for an http endpoint",
    "--noproxy": "set NO_PROXY",
  ]

  private static let noClientCertificate =
    "URLSession on Linux cannot send a client certificate; use a way in that needs none"
}
