// SPDX-License-Identifier: Apache-2.0
// Options that are refused, because every user of a machine can read its command lines.

/// The option somebody may try for a secret, and the variable to use instead.
enum Secret {
  static let variables = [
    "--token": "SWR_TOKEN",
    "--auth-token": "SWR_TOKEN",
    "--password": "SWR_TOKEN",
    "--ak": "CLOUD_SDK_AK",
    "--access-key": "CLOUD_SDK_AK",
    "--sk": "CLOUD_SDK_SK",
    "--secret-key": "CLOUD_SDK_SK",
    "--security-token": "CLOUD_SDK_SECURITY_TOKEN",
  ]
}
