// SPDX-License-Identifier: Apache-2.0
// All options; a command lists those it takes.

extension Option {
  static let endpoint = Option(
    "--endpoint", .text("URL"), "judge this endpoint; wins over the environment and the target file"
  )
  static let target = Option(
    "--target", .text("FILE[#NAME]"),
    "read endpoint, ids, token and options from a file, or from the target NAME in it")
  static let targets = Option(
    "--targets", .text("FILE"), "judge every target that this file names, and tell a row for each")
  static let parallel = Option(
    "--parallel", .integer(1...256),
    "hosts of --targets that are asked at one time; \(Invocation.Run.defaultParallel) if not given")
  static let shard = Option(
    "--shard", .shard, "judge only this part of the operations, such as 3/8; merge joins all parts")
  static let contract = Option(
    "--contract", .text("FILE.json"),
    "judge by what export contract wrote, perhaps in another release")
  static let only = Option(
    "--only", .text("ID-PREFIX"), repeats: true,
    "only cases whose ids begin so, of this level, or core")
  static let skip = Option(
    "--skip", .text("ID-PREFIX"), repeats: true,
    "no cases whose ids begin so, of this level, or core")
  static let claim = Option(
    "--claim", .words("LEVEL,…", .level),
    "the levels to claim, all if not given; or an operation that few tenants have")
  static let thorough = Option("--thorough", "include the cases that need many requests")

  static let pages = Option(
    "--pages", .pages,
    "read so many pages of a list, or all; \(Invocation.Selection.defaultPages) if not given")

  static let strict = Option("--strict", "warnings count as failed; quirks never do")
  static let allowEmpty = Option(
    "--allow-empty", "lists too short to assert anything on do not change the exit code")
  static let allowSkipped = Option(
    "--allow-skipped", .words("FACT,…", .fact),
    "facts that the target need not say; the want of any other is exit code 4")
  static let set = Option(
    "--set", .word("YYYY-MM", .set),
    "judge by the cases of this requirement set, and only tell those that came later")
  static let mock = Option("--mock", "judge the embedded mock, whatever the environment says")
  static let report = Option(
    "--report", .report, repeats: true,
    "write a report, - is stdout; text goes to stdout unless another report does")
  static let baseline = Option(
    "--baseline", .text("FILE"), "findings that are accepted for a while, and why")
  static let writeBaseline = Option(
    "--write-baseline", .text("FILE"), "start a baseline with what fails now")
  static let pruneBaseline = Option(
    "--prune-baseline", "rewrite the baseline without what occurs no more")
  static let record = Option(
    "--record", .text("FILE.har"), "write all exchanges, without secrets, for judge")
  static let concurrency = Option(
    "--concurrency", .integer(1...64),
    "requests at one time; \(Invocation.Run.defaultConcurrency) if not given")
  static let rate = Option(
    "--rate", .rate, "requests per second at most, such as 0.5; no limit if not given")
  static let maxRequests = Option(
    "--max-requests", .integer(1...1_000_000),
    "refuse a plan that needs more requests, and never send more")
  static let timeout = Option(
    "--timeout", .seconds,
    "seconds for one whole exchange; \(Invocation.Run.defaultTimeout) if not given")
  static let waitFor = Option(
    "--wait-for", .time, "first wait so long for a target that is still starting, such as 30s")
  static let budget = Option(
    "--budget", .budget, repeats: true,
    "fail where 5 of 100 answers take longer than 800ms, 2s or so; for one operation or for all")
  static let seed = Option(
    "--seed", .seed, "what the mock rolls its dice with; 1 if not given")
  static let quiet = Option(
    "--quiet", "tell only what failed, was warned of or was not found out, and the summary")
  static let verbose = Option(
    "--verbose", "tell every finding, every quirk result and every reason with its cases")
  static let against = Option(
    "--against", .text("REPORT.json"), "tell what has changed since this report")
  static let coverage = Option(
    "--coverage", "tell how much of the contract the answers have shown, and what they lack")
  static let minCoverage = Option(
    "--min-coverage", .percent, "exit code 4 where less than this share was seen, such as 80%")
  static let sourceRoot = Option(
    "--source-root", .text("DIR|URL"),
    "where annotations find Specs/: a folder of your repository, or the URL of a release")
  static let quirkReport = Option(
    "--report", .text("REPORT.json"), "which side the server of this report takes of each")
  static let color = Option(
    "--color", .word("auto|always|never", .color), "auto, if not given, asks the terminal")
  static let allowPlaintext = Option(
    "--allow-plaintext", "let the token travel unencrypted to another machine")
  static let credential = Option(
    "--as", .word("WHO", .credential),
    "show this to be let in: own, if not given, or what some refusal is tried with")
  static let method = Option("--method", .text("METHOD"), "send this method; GET if not given")
  static let caFile = Option(
    "--ca-file", .text("FILE.pem"),
    "trust certificates that an authority in this file has signed, and no other")
  static let certificate = Option(
    "--cert", .text("FILE.pem"), "show this certificate to a server that asks for one")
  static let key = Option(
    "--key", .text("FILE.pem"), "its private key, where the file of the certificate has none")
  static let resolve = Option(
    "--resolve", .text("HOST:PORT:ADDR"), repeats: true,
    "reach that host at this address, without a look-up")
  static let connectTimeout = Option(
    "--connect-timeout", .seconds, "seconds for a connection to stand; --timeout if not given")
  static let http1 = Option("--http1.1", "speak HTTP/1.1 even where HTTP/2 is offered")
  static let traceparent = Option(
    "--traceparent", "tell each request its trace: that of TRACEPARENT, or a new one")
  static let insecure = Option(
    "--insecure", "trust any certificate; every report says so")
  static let allowUnsafeMethods = Option(
    "--allow-unsafe-methods", "also send requests that are not GET to a live endpoint")

  static let fault = Option(
    "--fault", .word("NAME", .fault), "let the mock make this mistake")
  static let variant = Option(
    "--variant", .word("NAME", .variant), repeats: true, "let the mock be odd in this way")
  static let quirk = Option(
    "--quirk", .word("ID=SIDE", .quirk), repeats: true, "let the mock take this side of a quirk")

  static let churn = Option(
    "--churn", .integer(1...1000), "let the mock's data move on every N-th request of a list")

  static let port = Option(
    "--port", .integer(0...65_535),
    "listen here, 0 takes a free port; \(Invocation.Mock.defaultPort) if not given")
  static let mockRows = Option(
    "--rows", .integer(0...10_000_000), "how many rows lists of jobs and tasks have")
  static let printEnvironment = Option(
    "--print-env", "print a target file for this mock, which run --target takes")
  static let authentication = Option(
    "--auth", .word("WAY", .authentication),
    "what --print-env prints to be let in with: token, aksk, temporary or iam")
  static let disturbance = Option(
    "--disturb", .word("NAME", .disturbance), repeats: true, "let this get in the way of clients")
  static let listFaults = Option(
    "--list-faults", "print the names of faults, variants and disturbances, and end")
  static let readyFile = Option(
    "--ready-file", .text("FILE"), "write the URL to this file, or into a pipe, once it listens")
  static let assumedRows = Option(
    "--rows", .integer(0...100_000), "how many rows each list is assumed to have")
  static let discover = Option(
    "--discover", "ask the endpoint first for what the target does not say")
  static let mergedReport = Option(
    "--report", .reportAs(["text", "json", "junit"]), repeats: true,
    "write it so: json, of a fleet also text and junit; - is stdout")
  static let matrixReport = Option(
    "--report", .reportAs(["text", "html", "md", "json", "earl"]), repeats: true,
    "write it so: text, html, md, json or earl; - is stdout, where text goes if this is not given")
  static let output = Option(
    "--output", .text("FILE.json"), "write to this file; to stdout if not given")
  static let force = Option("--force", "write over a file that is there")
  static let json = Option("--json", "print JSON")
  static let nonce = Option(
    "--nonce", .nonce, "what a reviewer wants every request to carry")
  static let statement = Option(
    "--statement", .text("FILE.json"), "the in-toto statement about the bundle, to be signed")
  static let live = Option(
    "--live", .integer(1...10_000), "ask the target again for so many of the recorded requests")
  static let sampleSeed = Option(
    "--seed", .seed, "which of them --live asks for; printed, and random if not given")
  static let jsonLines = Option(
    "--json", "tell findings on stderr as lines of JSON while they are found")
  static let trend = Option(
    "--trend", "say of any number of reports when each failure began, and when it ended")
  static let markdown = Option("--md", "print Markdown, for a pull request")
}
