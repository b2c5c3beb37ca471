// SPDX-License-Identifier: Apache-2.0
// Which credentials are taken from where, and what is told of those that cannot be used.

import Conformance
import Contract
import Foundation
import LiveTransport
import SWRSpecs
import Testing

@Suite(.timeLimit(.minutes(30))) struct AccessTests {
  private static let login = Access.Login(
    endpoint: "https://iam.ap-1.myhuaweicloud.com", domain: "the account", user: "me",
    password: " p w ", project: "p")

  @Test func `keys come from the variables of the vendor's tools, or from the file`() throws {
    let keys = Access.AccessKeys(id: "a", secret: "s")
    #expect(try load(["CLOUD_SDK_AK": "a", "CLOUD_SDK_SK": "s"]).access == .keys(keys))
    let file = #"{"ak": "a", "sk": "other", "security_token": "temporary"}"#
    let mixed = try load(["CLOUD_SDK_SK": "s"], file: file)
    #expect(
      mixed.access == .keys(.init(id: "a", secret: "s", securityToken: "temporary")),
      "each value of the environment wins over the file's")
  }

  @Test func `the identity service of the vendor's own regions is known`() throws {
    let environment = [
      "SWR_ENDPOINT": "https://SWR-API.ap-1.myhuaweicloud.com/", "SWR_IAM_USER": "me",
      "SWR_IAM_PASSWORD": " p w ", "SWR_IAM_DOMAIN": "the account",
    ]
    #expect(try load(environment).access == .login(Self.login))
    var elsewhere = Self.login
    elsewhere.endpoint = "https://iam.example"
    let file = #"{"iam_endpoint": "https://iam.example/"}"#
    #expect(try load(environment, file: file).access == .login(elsewhere))
  }

  @Test func `a token of the environment wins over the file's, wherever it comes from`() throws {
    let file = #"{"token": "file"}"#
    let access = try load(["SWR_TOKEN_COMMAND": "echo; echo ' command '"], file: file).access
    #expect(
      access
        == .token(
          "command", from: .command("echo; echo ' command '", variable: "SWR_TOKEN_COMMAND")))
  }

  @Test func `a token file holds the token and perhaps a line break`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("t\r\n".utf8).write(to: file)
    let access = try load(["SWR_TOKEN_FILE": file.path]).access
    #expect(access == .token("t", from: .file(file.path, variable: "SWR_TOKEN_FILE")))
    try Data("\n".utf8).write(to: file)
    #expect(
      #expect(throws: Target.Problems.self) { try load(["SWR_TOKEN_FILE": file.path]) }?.description
        == "SWR_TOKEN_FILE (\(file.path)) gives no token; see what it holds or prints")
  }

  @Test func `nothing is asked of credentials if nothing is sent`() throws {
    let environment = ["SWR_ENDPOINT": "https://h", "SWR_TOKEN_COMMAND": "exit 1"]
    let target = try Target.load(nil, of: .swr, environment: environment, .init(needsAccess: false))
    #expect(target.access == .open)
  }

  @Test(arguments: [
    (
      ["SWR_TOKEN": "t", "CLOUD_SDK_AK": "a"],
      ["SWR_TOKEN and CLOUD_SDK_AK are different ways to be let in; keep one of them"]
    ),
    (
      ["CLOUD_SDK_AK": "a"],
      ["CLOUD_SDK_AK stands alone without sk; set CLOUD_SDK_SK or the file's key sk"]
    ),
    (
      ["CLOUD_SDK_SECURITY_TOKEN": "x"],
      [
        "CLOUD_SDK_SECURITY_TOKEN stands alone without ak; set CLOUD_SDK_AK or the file's key ak",
        "CLOUD_SDK_SECURITY_TOKEN stands alone without sk; set CLOUD_SDK_SK or the file's key sk",
      ]
    ),
    (
      ["SWR_IAM_USER": "me"],
      [
        "SWR_IAM_USER stands alone without iam_password; "
          + "set SWR_IAM_PASSWORD or the file's key iam_password",
        "SWR_IAM_USER stands alone without iam_domain; "
          + "set SWR_IAM_DOMAIN or the file's key iam_domain",
        "nothing says where the identity service is; "
          + "set SWR_IAM_ENDPOINT or the file's key iam_endpoint",
      ]
    ),
    (
      [
        "SWR_ENDPOINT": "http://h", "SWR_IAM_USER": "me", "SWR_IAM_PASSWORD": "p",
        "SWR_IAM_DOMAIN": "d", "SWR_IAM_ENDPOINT": "http://iam", "SWR_PROJECT_ID": "",
      ],
      [
        "no project is given; set SWR_PROJECT_ID or the file's key project_id",
        "the token would travel unencrypted to http://h; "
          + "use https, or --allow-plaintext if that network is yours",
        "the password would travel unencrypted to http://iam; "
          + "use https, or --allow-plaintext if that network is yours",
      ]
    ),
    (
      ["SWR_ENDPOINT": "http://h", "CLOUD_SDK_AK": "a", "CLOUD_SDK_SK": "s\r"],
      [
        "the access key would travel unencrypted to http://h; "
          + "use https, or --allow-plaintext if that network is yours",
        "CLOUD_SDK_SK has blanks or characters outside ASCII; copy it alone",
      ]
    ),
    (
      ["SWR_TOKEN_FILE": "no/such/file"],
      ["SWR_TOKEN_FILE cannot be read: there is no such file; check the path there"]
    ),
    (
      [
        "SWR_TOKEN_COMMAND": "echo starting >&2; echo 'login first' >&2; exit 7",
        "SWR_ENDPOINT": "x",
      ],
      [
        "SWR_ENDPOINT is no http or https URL; write it as https://HOST or http://HOST:PORT",
        "SWR_TOKEN_COMMAND ended with exit code 7; run it by hand to see why; what it says may hold the token and is not shown",
      ]
    ),
    (["SWR_TOKEN_COMMAND": "true"], ["SWR_TOKEN_COMMAND printed nothing; let it print the token"]),
    (
      ["SWR_TOKEN_COMMAND": "kill -9 $$"],
      [
        "SWR_TOKEN_COMMAND ended with signal 9; run it by hand to see why; what it says may hold the token and is not shown"
      ]
    ),
    (
      ["SWR_TOKEN_COMMAND": "echo token: abc"],
      ["SWR_TOKEN_COMMAND has blanks or characters outside ASCII; copy it alone"]
    ),
  ])
  func `everything wrong with credentials is told at once`(
    environment: [String: String], told: [String]
  ) {
    let problems = #expect(throws: Target.Problems.self) { try load(environment) }
    #expect(problems?.list.map(\.description) == told)
  }

  private func load(_ environment: [String: String], file: String? = nil) throws -> Target {
    let file = file.map { TargetFile(name: "t.json", content: .bytes(Array($0.utf8))) }
    let place = ["SWR_ENDPOINT": "https://h", "SWR_PROJECT_ID": "p"]
    return try Target.load(file, of: .swr, environment: place.merging(environment) { $1 })
  }
}
