// SPDX-License-Identifier: Apache-2.0
// What a command line means, and everything that is told when it means nothing.

import CommandLineArguments
import Testing

struct InvocationTests {
  private let vocabulary = Vocabulary(
    program: "swr-conformance", secrets: Vocabulary.swr.secrets,
    levels: ["shape", "paging", "quirks"], formats: ["text", "json"],
    faults: ["drop-row", "wrong-total"], variants: ["casing"])

  @Test func `no words mean run with its defaults`() throws {
    let run = try run([])
    #expect(run.reports == [.init(format: "text", path: nil)])
    #expect(run.concurrency == 4)
    #expect(run.timeout == .seconds(30))
    #expect(run.color == .auto)
    #expect(run.selection.claim == nil)
    #expect([run.endpoint, run.targetFile, run.fault] == [nil, nil, nil])
    #expect(![run.strict, run.allowEmpty, run.quiet, run.allowPlaintext].contains(true))
    #expect(!run.allowUnsafeMethods && !run.selection.thorough && run.seed == nil)
  }

  @Test(arguments: [
    ["run", "--endpoint", "http://h", "--only", "A", "--only", "B", "--timeout", "2.5"],
    ["--endpoint=http://h", "--only=A", "--only=B", "--timeout=2.5"],
  ])
  func `a value stands behind a blank or an equals sign`(words: [String]) throws {
    let run = try run(words)
    #expect(run.endpoint == "http://h")
    #expect(run.selection.only == ["A", "B"])
    #expect(run.timeout == .milliseconds(2500))
  }

  @Test func `the name of a set stands for its beginnings`() throws {
    let vocabulary = Vocabulary(sets: ["core": ["A.", "B."]])
    let words = ["run", "--only", "core", "--skip=core", "--only", "C"]
    guard case .run(let run) = try Invocation(arguments: words, vocabulary: vocabulary) else {
      return #expect(Bool(false), "no run")
    }
    #expect(run.selection.only == ["A.", "B.", "C"])
    #expect(run.selection.skip == ["A.", "B."])
  }

  @Test func `every option of run arrives`() throws {
    let run = try run([
      "--target", "t.json", "--skip", "C", "--claim", "shape,paging", "--strict", "--allow-empty",
      "--report", "json=out=1.json", "--concurrency", "64", "--seed", "18446744073709551615",
      "--quiet", "--color", "never", "--allow-plaintext", "--allow-unsafe-methods", "--thorough",
    ])
    #expect(run.targetFile == "t.json")
    #expect(run.selection.skip == ["C"])
    #expect(run.selection.claim == ["shape", "paging"])
    #expect(run.selection.thorough && run.strict && run.allowEmpty && run.quiet)
    #expect(run.allowPlaintext && run.allowUnsafeMethods)
    #expect(run.concurrency == 64)
    #expect(run.seed == .max)
    #expect(run.color == .never)
    #expect(
      run.reports == [.init(format: "text", path: nil), .init(format: "json", path: "out=1.json")])
  }

  @Test func `text leaves stdout to another report`() throws {
    #expect(try run(["--report", "json=-"]).reports == [.init(format: "json", path: nil)])
  }

  @Test func `diff has two operands and three forms`() throws {
    for (words, form) in [
      ([], Invocation.Diff.Form.text), (["--json"], .json), (["--md"], .markdown),
    ] {
      let diff = try Invocation(arguments: ["diff", "a.json"] + words + ["b.json"])
      #expect(diff == .diff(.init(["a.json", "b.json"], form: form)))
    }
  }

  @Test func `the embedded mock takes faults and variants`() throws {
    let run = try run(["--fault", "drop-row", "--variant", "casing"])
    #expect(run.fault == "drop-row")
    #expect(run.variants == ["casing"])
  }

  @Test func `discover takes what reaches the endpoint, and where to write`() throws {
    let words = ["--endpoint", "http://h", "--timeout", "2", "--output", "t.json", "--force"]
    guard case .discover(let told) = try parse(["discover"] + words),
      case .discover(let plain) = try parse(["discover"])
    else {
      Issue.record("the wrong command")
      return
    }
    #expect(told.run.endpoint == "http://h" && told.run.timeout == .seconds(2))
    #expect(told.output == "t.json" && told.force)
    #expect(plain.output == nil && !plain.force && !plain.run.discovers)
    #expect(try run(["--discover"]).discovers)
    #expect(throws: UsageError.self) { try parse(["--discover", "--fault", "drop-row"]) }
  }

  @Test func `mock, list and quirks have options of their own`() throws {
    guard
      case .mock(let mock) = try parse(["mock", "--port=0", "--rows", "7", "--print-env"]),
      case .list(let list) = try parse(["list", "--rows", "25", "--only", "A", "--json"]),
      case .quirks(let quirks) = try parse(["quirks", "gc-casing", "--json"])
    else {
      Issue.record("the wrong command")
      return
    }
    #expect(mock.port == 0 && mock.rows == 7 && mock.printEnvironment && !mock.listFaults)
    #expect(list.rows == 25 && list.selection.only == ["A"] && list.json)
    #expect(quirks.id == "gc-casing" && quirks.json)
    #expect(try parse(["mock"]) != parse(["mock", "--port", "0"]))
  }

  @Test(arguments: [
    (["rnu"], #"unknown command "rnu"; did you mean run?"#),
    (
      ["weather"],
      #"unknown command "weather"; the commands are run, discover, judge, proxy, infer, request, "#
        + "replay, diff, compare, merge, matrix, bundle, verify, mock, list, explain, quirks, "
        + "selftest, docs, export, complete"
    ),
    (["report", "x.har"], #"unknown command "report"; did you mean export?"#),
    (
      ["help", "run"],
      #"unknown command "help"; write swr-conformance --help, or what help is wanted for and --help"#
    ),
    (["--quite"], #"unknown option "--quite"; did you mean --quiet?"#),
    (["--json"], "--json is not an option of run; write --report json=-, or json=FILE"),
    (["--stict"], #"unknown option "--stict"; did you mean --strict?"#),
    (
      ["bundle", "--recrd", "x.har", "folder"],
      #"unknown option "--recrd"; swr-conformance bundle --help lists them all"#
    ),
    (
      ["list", "--zzzzzz"],
      #"unknown option "--zzzzzz"; swr-conformance list --help lists them all"#
    ),
    (
      ["run", "--port", "1"], "--port belongs to proxy; leave it out, or use swr-conformance proxy"
    ),
    (
      ["mock", "--endpoint=x"],
      "--endpoint belongs to run; leave it out, or use swr-conformance run"
    ),
    (["--endpoint"], "--endpoint has no value; write --endpoint URL"),
    (["--endpoint", "--quiet"], "--endpoint has no value; write --endpoint URL"),
    (["--target="], "--target has an empty value; write --target FILE[#NAME]"),
    (["--quiet=yes"], "--quiet takes no value; write --quiet alone"),
    (["--concurrency", "0"], #"--concurrency is "0"; give an integer from 1 to 64"#),
    (["--timeout", "-5"], #"--timeout is "-5"; give seconds from 0.001 to 86400"#),
    (["--timeout", "nan"], #"--timeout is "nan"; give seconds from 0.001 to 86400"#),
    (["--seed", "x"], #"--seed is "x"; give an integer from 0 to 18446744073709551615"#),
    (["--seed=1", "--seed=2"], "--seed stands twice; keep one of them"),
    (["--report", "json"], #"--report is "json"; write --report FORMAT=PATH, with - for stdout"#),
    (["--report", "jsn=-"], #"--report names the unknown format "jsn"; did you mean json?"#),
    (["--report=text=-", "--report=json=-"], "two reports go to stdout; give one of them a file"),
    (
      ["--claim", "shape,pagign"],
      #"--claim names the unknown level "pagign"; did you mean paging?"#
    ),
    (
      ["--claim", ""], #"--claim names the unknown level ""; the levels are shape, paging, quirks"#
    ),
    (
      ["--fault", "zzz"],
      #"--fault names the unknown fault "zzz"; the faults are drop-row, wrong-total"#
    ),
    (["--fault", "drop"], #"--fault names the unknown fault "drop"; did you mean drop-row?"#),
    (["--help=1"], "--help takes no value; write --help alone"),
    (
      ["--record", "-"],
      "--record is -, which is no file; name one, such as /dev/stdin or /dev/stdout"
    ),
    (["judge", "-"], "judge takes no -; name a file"),
    (
      ["verify", "claim", "--seed=7"],
      "--seed is for what --live asks; add --live N, or leave out --seed"
    ),
    (
      ["mock", "--auth", "zzz"],
      #"--auth names the unknown way to be let in "zzz"; "#
        + "the ways to be let in are token, aksk, temporary, iam"
    ),
    (["--color", "alway"], #"--color names the unknown color "alway"; did you mean always?"#),
    (
      ["--endpoint", "http://h", "--fault", "drop-row"],
      "--fault is for the embedded mock; leave out --fault or --endpoint"
    ),
    (["--strict", "list"], "the command stands first; write swr-conformance list [OPTION]…"),
    (["run", "x"], #"run does not take words without --; leave out "x""#),
    (["docs"], "docs needs a file; write swr-conformance docs PAGE…"),
    (["explain"], "explain needs a rule; write swr-conformance explain RULE"),
    (["run", "--quiet", "--verbose"], "--quiet tells less and --verbose more; keep one of them"),
    (
      ["quirks", "--report", "a.json", "--json"],
      "--report tells all quirk results of a report as text; leave out the rest"
    ),
    (["quirks", "a", "b"], #"quirks does not take more than one ID; leave out "b""#),
    (
      ["--ca-file", "ca.pem", "--insecure"],
      "--insecure trusts any certificate, and --ca-file does not; keep one of them"
    ),
    (["--client-cert", "me.pem"], "--client-cert is not an option here: use --cert FILE.pem"),
    (["--cacert=ca.pem"], "--cacert is not an option here: use --ca-file FILE.pem"),
    (
      ["--proxy", "http://me:s3cret@h"],
      "--proxy is not an option here: set HTTPS_PROXY, or http_proxy for an http endpoint"
    ),
    (
      ["--token", "s3cret"],
      "--token would show a secret to every user of this machine; set SWR_TOKEN instead"
    ),
    (
      ["list", "--sk=s3cret"],
      "--sk would show a secret to every user of this machine; set CLOUD_SDK_SK instead"
    ),
  ])
  func `a mistake is told with its remedy`(words: [String], problem: String) {
    let error = #expect(throws: UsageError.self) { try parse(words) }
    #expect(error?.problems == [problem])
  }

  @Test func `all mistakes are told at once`() {
    let error = #expect(throws: UsageError.self) {
      try parse(["--concurrency=many", "--quite", "--password=s3cret", "--endpoint"])
    }
    #expect(error?.problems.count == 4)
    #expect(error?.description.contains("s3cret") == false)
  }

  @Test func `without a vocabulary every name is taken`() throws {
    let words = ["--claim", "x", "--fault", "y", "--report", "z=-"]
    guard case .run(let run) = try Invocation(arguments: words) else {
      Issue.record("the wrong command")
      return
    }
    #expect(run.selection.claim == ["x"] && run.fault == "y")
  }

  @Test(arguments: [("5", 5), ("5/s", 5), ("0.5", 0.5), ("0.25/s", 0.25), ("1000", 1000)])
  func `a rate is a number with or without its unit`(text: String, rate: Double) throws {
    #expect(try run(["run", "--rate", text]).rate == rate)
  }

  @Test(arguments: ["0", "-1", "nan", "inf", "/s", "5/m", "5 /s", "1001", "five"])
  func `what is no rate is refused`(text: String) throws {
    let error = #expect(throws: UsageError.self) { try run(["run", "--rate=\(text)"]) }
    #expect(error?.problems.first?.hasSuffix("give requests per second from 0.001 to 1000") == true)
  }

  @Test func `the release is asked for with or without a command`() throws {
    #expect(try parse(["--version"]) == .version)
    #expect(try parse(["mock", "--version"]) == .version)
  }

  private func parse(_ words: [String]) throws -> Invocation {
    try Invocation(arguments: words, vocabulary: vocabulary)
  }

  private func run(_ words: [String]) throws -> Invocation.Run {
    let invocation = try parse(words)
    guard case .run(let run) = invocation else { throw WrongCommand(got: invocation) }
    return run
  }

  private struct WrongCommand: Error {
    var got: Invocation
  }
}
