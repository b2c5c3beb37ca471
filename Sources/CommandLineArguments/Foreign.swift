// SPDX-License-Identifier: Apache-2.0
// Options that people know from curl and look for here in vain, each with what to do instead.

/// Options of other programs that are answered with more than the nearest name.
enum Foreign {
  static let remedies = [
    "--client-cert": "use --cert FILE.pem",
    "--client-key": "use --key FILE.pem",
    "--cacert": "use --ca-file FILE.pem",
    "--capath": "put the certificates into one file, for --ca-file FILE.pem",
    "--proxy": "set HTTPS_PROXY, or http_proxy for an http endpoint",
    "--noproxy": "set NO_PROXY",
  ]
}
