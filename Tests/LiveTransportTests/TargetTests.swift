// SPDX-License-Identifier: Apache-2.0
// What makes a target, who wins, and everything that is told when it cannot be one.

import Conformance
import Contract
import LiveTransport
import SWRSpecs
import Testing

struct TargetTests {
  private static let access = ["SWR_TOKEN": "t", "SWR_PROJECT_ID": "p"]

  @Test func `a file alone is enough`() throws {
    let target = try load(
      #"{"endpoint": "https://swr.example/", "project_id": "p", "webhook_policy_id": 7, "token": "t"}"#
    )
    let origins = [
      "project_id": "project_id in t.json", "webhook_policy_id": "webhook_policy_id in t.json",
      Target.accessKey: "the token (token in t.json)",
    ]
    let facts = TargetFacts(
      of: .swr, endpoint: "https://swr.example", values: [.projectID: "p", .webhookPolicyID: "7"],
      reproduction: .init(options: ["--endpoint", "https://swr.example"], suitsCurl: false))
    #expect(target == Target(facts: facts, access: .token("t"), origins: origins))
  }

  @Test func `the environment alone is enough`() throws {
    let environment = [
      "SWR_ENDPOINT": "http://127.0.0.1:8080", "SWR_TOKEN": "t", "SWR_FOREIGN_PROJECT_ID": "f",
      "SWR_PROJECT_ID": "p", "SWR_INSTANCE_ID": "",
    ]
    let target = try load(nil, environment)
    #expect(target.facts.endpoint == "http://127.0.0.1:8080")
    #expect(target.facts.values == [.projectID: "p", .foreignProjectID: "f"])
  }

  @Test func `the flag wins over the environment, and that over the file`() throws {
    let file = #"{"endpoint": "https://a", "token": "file", "project_id": "file"}"#
    let environment = ["SWR_ENDPOINT": "https://b", "SWR_TOKEN": "environment"]
    let target = try load(file, environment, .init(endpoint: "https://c"))
    #expect(target.facts.endpoint == "https://c")
    #expect(target.access == .token("environment"))
    #expect(target.facts[.projectID] == "file")
    #expect(try load(file, environment).facts.endpoint == "https://b")
  }

  @Test(arguments: [
    ("HTTPS://Swr.Example:8443/a/b//", "https://Swr.Example:8443/a/b"),
    ("http://localhost:1", "http://localhost:1"),
    ("http://127.8.9.1", "http://127.8.9.1"),
  ])
  func `an endpoint is a URL without its last slash`(typed: String, endpoint: String) throws {
    #expect(try load(nil, Self.access, .init(endpoint: typed)).facts.endpoint == endpoint)
  }

  @Test(arguments: [
    ("https://H", "h:443"), ("https://h:443/a", "h:443"), ("HTTP://H/", "h:80"),
    ("http://h:8080", "h:8080"), ("https://[2001:DB8::1]", "[2001:db8::1]:443"),
    ("h", nil), ("https://h/?a", nil),
  ])
  func `host and port of an endpoint have one spelling`(endpoint: String, authority: String?) {
    #expect(Target.authority(of: endpoint) == authority)
  }

  @Test(arguments: [
    (
      "swr.example",
      "--endpoint is no http or https URL; write it as https://HOST or http://HOST:PORT"
    ),
    (
      "ftp://swr.example",
      "--endpoint is no http or https URL; write it as https://HOST or http://HOST:PORT"
    ),
    (
      "https://", "--endpoint is no http or https URL; write it as https://HOST or http://HOST:PORT"
    ),
    ("https://h/?a=b", "--endpoint has a query or a fragment; end it before the ? or #"),
    ("https://h/#a", "--endpoint has a query or a fragment; end it before the ? or #"),
    ("https://me:pw@h", "--endpoint has a user in it; leave out what stands before the @"),
    (
      "https://h/a/v2/",
      "--endpoint ends in /v2, with which every path that is asked begins; leave it out: https://h/a"
    ),
    ("https://h:0", "--endpoint has no possible port; take one from 1 to 65535"),
  ])
  func `an endpoint of another form is refused`(typed: String, problem: String) {
    #expect(problems(nil, Self.access, .init(endpoint: typed)) == [problem])
  }

  @Test(arguments: ["http://swr.example", "http://127.example.org", "http://128.0.0.1"])
  func `a token travels to other machines only if allowed`(endpoint: String) throws {
    let told = problems(nil, Self.access, .init(endpoint: endpoint))
    #expect(
      told == [
        "the token would travel unencrypted to \(endpoint); "
          + "use https, or --allow-plaintext if that network is yours"
      ]
    )
    let flags = Target.Flags(endpoint: endpoint, allowPlaintext: true)
    #expect(try load(nil, Self.access, flags).access == .token("t"))
  }

  @Test func `everything wrong with a file is told at once`() {
    let file = """
      {"endpiont": "https://h", "project_id": true, "project_id": 1.5, "instance_id": null,
       "namespace_name": "", "webhook_policy_id": [1], "zzzzzzzz": 1}
      """
    #expect(
      problems(file).joined(separator: "\n") == """
        t.json has the key project_id more than once; keep one of them
        t.json has the unknown key "endpiont"; did you mean endpoint?
        t.json has a boolean as project_id; write a string or an integer
        t.json has the number 1.5 as project_id; write a string or an integer
        t.json has null as instance_id; write a string or an integer
        t.json has an empty namespace_name; give it a value or leave the key out
        t.json has an array as webhook_policy_id; write a string or an integer
        t.json has the unknown key "zzzzzzzz"; the keys are endpoint, project_id, instance_id, namespace_name, webhook_policy_id, retention_policy_id, retention_execution_id, retention_task_id, replication_execution_id, replication_task_id, other_instance_id, other_namespace_name, other_retention_policy_id, foreign_project_id, token, ak, sk, security_token, iam_endpoint, iam_domain, iam_user, iam_password, ca_file, cert, key, resolve, connect_timeout, http_version, budget
        no endpoint is given; use --endpoint URL, SWR_ENDPOINT or the file's key endpoint
        no project is given; set SWR_PROJECT_ID or the file's key project_id
        no credentials are given; set SWR_TOKEN, or SWR_TOKEN_FILE, SWR_TOKEN_COMMAND, CLOUD_SDK_AK and CLOUD_SDK_SK, or SWR_IAM_USER; run --help tells more
        """)
  }

  @Test(arguments: [
    ("{\n  \"a\": 1,\n}", "t.json is not JSON: trailing comma at line 3, column 1; mend it there"),
    ("", "t.json is not JSON: empty input at line 1, column 1; mend it there"),
    ("\u{FEFF}{}", "t.json begins with a byte order mark; save it as UTF-8 without one"),
    ("{\0}\0", "t.json is UTF-16; save it as UTF-8"),
    ("{\"é\": x}", "t.json is not JSON: unknown word at line 1, column 7; mend it there"),
    (
      "[]",
      "t.json holds one array and no object; "
        + #"write an object such as {"endpoint": "https://…", "project_id": "…"}"#
    ),
    (
      #"{"log": {"version": "1.2", "entries": []}}"#,
      "t.json is a recording and no target file; use judge t.json"
    ),
    (
      #"{"schema": "swr-conformance.report/3", "cases": []}"#,
      #"t.json is of schema "swr-conformance.report/3", and no target file; "#
        + "name the file that says whom to ask"
    ),
  ])
  func `a file that is no object is told once`(file: String, problem: String) {
    #expect(problems(file) == [problem])
  }

  @Test func `a file that is not there is told with its path`() {
    let file = TargetFile(path: "no/such/target.json")
    let told = #expect(throws: Target.Problems.self) {
      try Target.load(file, of: .swr, environment: [:])
    }
    #expect(
      told?.description
        == "no/such/target.json cannot be read: there is no such file; check the path behind --target"
    )
  }

  @Test(arguments: ["a b", "a\r\nX-Evil: 1", "é"])
  func `a token that could break a header line is refused`(token: String) {
    let environment = [
      "SWR_ENDPOINT": "https://h", "SWR_TOKEN": token, "SWR_PROJECT_ID": "p",
    ]
    #expect(
      problems(nil, environment)
        == ["SWR_TOKEN has blanks or characters outside ASCII; copy it alone"])
  }

  @Test func `nothing named means the embedded mock`() {
    #expect(!Target.isNamed(nil, of: .swr, environment: ["SWR_ENDPOINT": ""], .init()))
    #expect(Target.isNamed(nil, of: .swr, environment: ["SWR_ENDPOINT": "x"], .init()))
    #expect(Target.isNamed(nil, of: .swr, environment: [:], .init(endpoint: "x")))
    #expect(
      Target.isNamed(
        TargetFile(name: "t", content: .bytes([])), of: .swr, environment: [:], .init()))
  }

  private func load(
    _ file: String?, _ environment: [String: String] = [:], _ flags: Target.Flags = .init()
  ) throws -> Target {
    let file = file.map { TargetFile(name: "t.json", content: .bytes(Array($0.utf8))) }
    return try Target.load(file, of: .swr, environment: environment, flags)
  }

  private func problems(
    _ file: String?, _ environment: [String: String] = [:], _ flags: Target.Flags = .init()
  ) -> [String] {
    let told = #expect(throws: Target.Problems.self) { try load(file, environment, flags) }
    return told?.list.map(\.description) ?? []
  }
}
