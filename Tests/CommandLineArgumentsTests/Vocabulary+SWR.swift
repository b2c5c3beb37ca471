// SPDX-License-Identifier: Apache-2.0
// The words of one program, as its help and its complaints have them.

import CommandLineArguments

extension Vocabulary {
  /// The name and the variables of the suite of SWR, and nothing that is checked.
  static let swr = Vocabulary(
    program: "swr-conformance",
    variables: [
      Variable("SWR_ENDPOINT", "the endpoint"),
      Variable("SWR_PROJECT_ID, SWR_INSTANCE_ID, …", "every other key of the target file"),
      Variable("SWR_TOKEN", "the token; secrets are never taken from the command line"),
      Variable("SWR_TOKEN_FILE", "a file that holds the token; read again when it has run out"),
      Variable("SWR_TOKEN_COMMAND", "prints the token; run again when it has run out"),
      Variable("CLOUD_SDK_AK, CLOUD_SDK_SK", "the keys that each request is signed with"),
      Variable("CLOUD_SDK_SECURITY_TOKEN", "what belongs to temporary keys"),
      Variable("SWR_IAM_USER, SWR_IAM_PASSWORD", "the user who gets a token by logging in"),
      Variable("SWR_IAM_DOMAIN", "the account of that user"),
      Variable("SWR_IAM_ENDPOINT", "where to log in; known for the vendor's own endpoints"),
      Variable("SWR_CERT, SWR_KEY, SWR_CA_FILE, …", "the way there, as its options say it"),
    ],
    secrets: [
      "--token": "SWR_TOKEN", "--auth-token": "SWR_TOKEN",
      "--user": "SWR_IAM_USER and SWR_IAM_PASSWORD", "--password": "SWR_IAM_PASSWORD",
      "--iam-password": "SWR_IAM_PASSWORD", "--ak": "CLOUD_SDK_AK", "--sk": "CLOUD_SDK_SK",
      "--access-key": "CLOUD_SDK_AK", "--access-key-id": "CLOUD_SDK_AK",
      "--secret-key": "CLOUD_SDK_SK", "--secret-access-key": "CLOUD_SDK_SK",
      "--security-token": "CLOUD_SDK_SECURITY_TOKEN",
    ])
}
