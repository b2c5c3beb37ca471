// SPDX-License-Identifier: Apache-2.0
// Options that are refused, because every user of a machine can read its command lines.

/// The option somebody may try for a secret, and the variable to use instead.
enum Secret {
  static let variables = [
    "--token": "SWR_TOKEN",
    "--auth-token": "SWR_TOKEN",
    "--user": "SWR_IAM_USER and SWR_IAM_PASSWORD",
    "--password": "SWR_IAM_PASSWORD",
    "--iam-password": "SWR_IAM_PASSWORD",
    "--ak": "CLOUD_SDK_AK",
    "--access-key": "CLOUD_SDK_AK",
    "--sk": "CLOUD_SDK_SK",
    "--access-key-id": "CLOUD_SDK_AK",
    "--secret-key": "CLOUD_SDK_SK",
    "--secret-access-key": "CLOUD_SDK_SK",
    "--security-token": "CLOUD_SDK_SECURITY_TOKEN",
  ]
}
