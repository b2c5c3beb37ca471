// SPDX-License-Identifier: Apache-2.0
// Holds the session to asking whom the environment names, and to saying why it cannot.

import Conformance
import Contract
import EmbeddedTarget
import Loopback
import MockRegistry
import Redaction
import SWRSpecs
import Testing
import Wire

@testable import ConformanceTesting

@Suite struct TestSessionTests {
  private let kind = "ListGcTasks.shape.tasks.job_kind"

  @Test func `with no environment the embedded mock is asked`() async throws {
    let session = try TestSession(of: swr, environment: [:])
    #expect(session.mode == .embedded)
    #expect(await session.events(of: kind).isEmpty)
  }

  @Test func `a fault becomes issues with the body that shows it`() async throws {
    let session = try TestSession(of: swr, environment: ["SWR_FAULT": "gc-job-kind-lower-case"])
    let events = await session.events(of: kind)
    #expect(events.compactMap(\.weight) == [.error], "one for both words")
    #expect(Set(events.compactMap(\.location).map(\.file)) == ["Specs/ListGcTasks.swift"])
    guard case .attachment(let name, let bytes) = events.first else {
      Issue.record("no body is attached")
      return
    }
    #expect(name == "\(kind).json")
    #expect(bytes.first == UInt8(ascii: "{"))
  }

  @Test func `an id that no case has says to build again`() async throws {
    let events = try await TestSession(of: swr, environment: [:]).events(
      of: "ListGcTasks.shape.gone")
    #expect(
      events.map(\.text) == [
        "no case is called ListGcTasks.shape.gone; build again to regenerate the tests"
      ])
  }

  @Test func `a name that the mock does not know is answered with the nearest`() {
    let environment = ["SWR_FAULT": "gc-job-kind-lower-cas", "SWR_VARIANT": "zzzz"]
    #expect(
      Self.problem(environment) == """
        no case can be judged:
        SWR_FAULT names gc-job-kind-lower-cas, which the embedded mock does not know; \
        did you mean gc-job-kind-lower-case?
        SWR_VARIANT names zzzz, which the embedded mock does not know
        """)
  }

  @Test func `every problem of a live target is told at once`() throws {
    let problem = try #require(
      Self.problem(["SWR_ENDPOINT": "registry.example.com", "SWR_FAULT": "gc-empty"]))
    let lines = problem.split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines.contains { $0.contains("SWR_ENDPOINT is no http or https URL") })
    #expect(lines.contains { $0.contains("set SWR_PROJECT_ID") })
    #expect(lines.contains { $0.contains("SWR_TOKEN") })
    #expect(lines.last?.hasPrefix("SWR_FAULT bends the embedded mock only") == true)
  }

  @Test(arguments: [
    ["SWR_ENDPOINT": ""], ["SWR_TOKEN": ""], ["SWR_PROJECT_ID": "p", "SWR_FAULT": "gc-empty"],
    ["SWR_ENDPIONT": "https://h"],
  ])
  func `the mock is not asked in place of what was meant`(environment: [String: String]) throws {
    let problem = try #require(Self.problem(environment))
    #expect(problem.contains("SWR_ENDPOINT"))
  }

  @Test func `a fact that is not there fails the cases that need it, unless it may be missing`()
    async throws
  {
    let registry = MockRegistry()
    let server = try LoopbackServer { registry.answer($0) }
    defer { server.stop() }
    var environment = Self.environment(of: registry, at: server)
    environment["SWR_FOREIGN_PROJECT_ID"] = nil
    let id = "ListGcTasks.errors.foreign-project"
    let events = try await TestSession(of: swr, environment: environment).events(of: id)
    #expect(events.map(\.weight) == [.error])
    #expect(events.first?.text?.contains("set SWR_FOREIGN_PROJECT_ID") == true)
    environment["SWR_ALLOW_SKIPPED"] = "foreign_project_id"
    let allowed = try await TestSession(of: swr, environment: environment).events(of: id)
    #expect(
      allowed == [.cancellation("the target does not say foreign_project_id, which is allowed")])
    environment["SWR_ALLOW_SKIPPED"] = "foreign_project"
    #expect(Self.problem(environment)?.contains("did you mean foreign_project_id?") == true)
  }

  @Test func `SWR_ENDPOINT is asked over the network`() async throws {
    let registry = MockRegistry(
      .init(fault: Fault.named("gc-job-kind-lower-case")))
    let server = try LoopbackServer { registry.answer($0) }
    defer { server.stop() }
    let session = try TestSession(of: swr, environment: Self.environment(of: registry, at: server))
    #expect(session.mode == .live)
    let events = await session.events(of: kind)
    #expect(events.compactMap(\.weight) == [.error])
    #expect(events.compactMap(\.text).first?.contains(server.endpoint) == true)
    #expect(await session.events(of: "ListInstanceJobs.shape.jobs.id").isEmpty)
  }

  @Test func `a healthy registry fails no case over sockets, by offset or by marker`() async throws
  {
    let registry = MockRegistry()
    let server = try LoopbackServer { registry.answer($0) }
    defer { server.stop() }
    let session = try TestSession(of: swr, environment: Self.environment(of: registry, at: server))
    let plan = Plan(
      for: [.listGcTasks, .listInstanceJobs],
      against: TargetFacts(of: .swr, endpoint: "", values: [:]))
    for planned in plan.cases {
      let texts = await session.events(of: planned.id).filter { $0.weight == .error }.map(\.text)
      #expect(texts.isEmpty, "\(planned.id)")
    }
  }

  @Test func `no token is in an issue or in an attachment`() async throws {
    let registry = MockRegistry()
    let token = try #require(registry.facts["token"])
    let server = try LoopbackServer { request in
      var response = registry.answer(request).response
      let echo = request.headers["X-Auth-Token"] ?? ""
      response.headers["Content-Type"] = "text/plain; token=\(echo)"
      response.body += Array(" token=\(echo)".utf8)
      return LoopbackAnswer(response)
    }
    defer { server.stop() }
    let session = try TestSession(of: swr, environment: Self.environment(of: registry, at: server))
    for rule in ["content-type-json", "well-formed-json"] {
      let events = await session.events(of: "ListGcTasks.shape.\(rule)")
      #expect(events.compactMap(\.weight) == [.error])
      #expect(events.count == 2, "an attachment and an issue")
      for event in events {
        if case .attachment(_, let bytes) = event {
          #expect(bytes.contains(text: Profile.swr.mark) && !bytes.contains(text: token))
        }
        #expect(!(event.text ?? "").contains(token))
      }
    }
  }

  @Test func `a token that is not taken fails every case and blames nobody`() async throws {
    let registry = MockRegistry()
    let server = try LoopbackServer { registry.answer($0) }
    defer { server.stop() }
    var environment = Self.environment(of: registry, at: server)
    environment["SWR_TOKEN"] = "another"
    let events = try await TestSession(of: swr, environment: environment).events(of: kind)
    #expect(events.map(\.weight) == [.error])
    #expect(events.first?.text?.hasPrefix("inconclusive  \(kind)") == true)
  }

  private static func environment(
    of registry: MockRegistry, at server: LoopbackServer
  ) -> [String: String] {
    let facts = registry.facts.entries.map { ("SWR_" + $0.key.uppercased(), $0.value) }
    return Dictionary(uniqueKeysWithValues: facts + [("SWR_ENDPOINT", server.endpoint)])
  }

  private static func problem(_ environment: [String: String]) -> String? {
    do throws(TestSession.Problem) {
      _ = try TestSession(of: swr, environment: environment)
      return nil
    } catch {
      return error.description
    }
  }
}

/// The suite that these sessions judge by.
private let swr = ConformanceSuite(Catalog.operations, .swr, mock: .registry(for: .swr))
