// SPDX-License-Identifier: Apache-2.0
// The whole help, because it is what people learn the program from.

import CommandLineArguments
import Testing

struct HelpTests {
  @Test func `help lists the commands`() throws {
    let text = try help(["--help"])
    #expect(
      text == """
        usage: swr-conformance [COMMAND] [OPTION]…

        Asks whether an endpoint keeps the contract that its documentation promises.

          run       judge the embedded mock, or the endpoint that is named (if no
                    command is named)
          discover  find out what can be judged there, and write a target file
          judge     judge a recording, with no network
          proxy     stand between a client and its endpoint, and judge what passes until
                    it is stopped
          infer     print what holds in a recording, or at a target, and stands in no
                    spec
          request   send one request in the target's name, and print the whole answer
          replay    ask again for a finding of a JSON report: fixed, still there, or
                    flaky
          diff      say what became of each case between two JSON reports
          compare   say where two servers, recordings or reports differ, and whether it
                    matters
          merge     join the JSON reports of all shards to what one run would have said
          matrix    put the JSON reports and bundles of several implementations beside
                    each other
          bundle    run, and write everything that a reviewer needs into a new folder
          verify    check a bundle and judge its recording again; no network without
                    --live
          mock      serve the mock registry on loopback
          list      print the plan: every case and the requests it needs
          explain   say what a rule holds, who promises it, and how to see it broken
          quirks    print where the documentation contradicts itself
          selftest  let the mock make every mistake it knows and see which case catches
                    it
          docs      read documentation pages and compare them with the specs
          export    print the specs for other tools, as contract, openapi, Swift tests
                    or set
          complete  print what completes these words in bash, zsh or fish

          COMMAND --help  what a command takes
          --version       the release

        """)
  }

  @Test func `help of run tells every option`() throws {
    let text = try help(["run", "--help"])
    #expect(
      text == """
        usage: swr-conformance run [OPTION]…

        judge the embedded mock, or the endpoint that is named

          --mock                     judge the embedded mock, whatever the environment
                                     says
          --endpoint URL             judge this endpoint; wins over the environment and
                                     the target file
          --target FILE[#NAME]       read endpoint, ids, token and options from a file,
                                     or from the target NAME in it
          --targets FILE             judge every target that this file names, and tell a
                                     row for each
          --parallel N               hosts of --targets that are asked at one time; 8 if
                                     not given
          --shard N/M                judge only this part of the operations, such as
                                     3/8; merge joins all parts
          --discover                 ask the endpoint first for what the target does not
                                     say
          --contract FILE.json       judge by what export contract wrote, perhaps in
                                     another release
          --only ID-PREFIX           only cases whose ids begin so, of this level, or
                                     core; repeatable
          --skip ID-PREFIX           no cases whose ids begin so, of this level, or
                                     core; repeatable
          --claim LEVEL,…            the levels to claim, all if not given; or an
                                     operation that few tenants have
          --thorough                 include the cases that need many requests
          --pages N|all              read so many pages of a list, or all; 100 if not
                                     given
          --strict                   warnings count as failed; quirks never do
          --allow-empty              lists too short to assert anything on do not change
                                     the exit code
          --allow-skipped FACT,…     facts that the target need not say; the want of any
                                     other is exit code 4
          --set YYYY-MM              judge by the cases of this requirement set, and
                                     only tell those that came later
          --report FORMAT=PATH       write a report, - is stdout; text goes to stdout
                                     unless another report does; repeatable
          --baseline FILE            findings that are accepted for a while, and why
          --write-baseline FILE      start a baseline with what fails now
          --prune-baseline           rewrite the baseline without what occurs no more
          --record FILE.har          write all exchanges, without secrets, for judge
          --concurrency N            requests at one time; 4 if not given
          --rate N/s                 requests per second at most, such as 0.5; no limit
                                     if not given
          --max-requests N           refuse a plan that needs more requests, and never
                                     send more
          --budget [OPERATION=]TIME  fail where 5 of 100 answers take longer than 800ms,
                                     2s or so; for one operation or for all; repeatable
          --timeout S                seconds for one whole exchange; 30 if not given
          --wait-for TIME            first wait so long for a target that is still
                                     starting, such as 30s
          --seed N                   what the mock rolls its dice with; 1 if not given
          --fault NAME               let the mock make this mistake
          --variant NAME             let the mock be odd in this way; repeatable
          --quirk ID=SIDE            let the mock take this side of a quirk; repeatable
          --churn N                  let the mock's data move on every N-th request of a
                                     list
          --nonce TEXT               what a reviewer wants every request to carry
          --quiet                    tell only what failed, was warned of or was not
                                     found out, and the summary
          --verbose                  tell every finding, every quirk result and every
                                     reason with its cases
          --coverage                 tell how much of the contract the answers have
                                     shown, and what they lack
          --min-coverage N%          exit code 4 where less than this share was seen,
                                     such as 80%
          --against REPORT.json      tell what has changed since this report
          --source-root DIR|URL      where annotations find Specs/: a folder of your
                                     repository, or the URL of a release
          --color auto|always|never  auto, if not given, asks the terminal
          --allow-plaintext          let the token travel unencrypted to another machine
          --allow-unsafe-methods     also send requests that are not GET to a live
                                     endpoint
          --ca-file FILE.pem         trust certificates that an authority in this file
                                     has signed, and no other
          --insecure                 trust any certificate; every report says so
          --cert FILE.pem            show this certificate to a server that asks for one
          --key FILE.pem             its private key, where the file of the certificate
                                     has none
          --resolve HOST:PORT:ADDR   reach that host at this address, without a look-up;
                                     repeatable
          --connect-timeout S        seconds for a connection to stand; --timeout if not
                                     given
          --http1.1                  speak HTTP/1.1 even where HTTP/2 is offered
          --traceparent              tell each request its trace: that of TRACEPARENT,
                                     or a new one
          --help                     print this

        environment:
          SWR_ENDPOINT                        the endpoint
          SWR_PROJECT_ID, SWR_INSTANCE_ID, …  every other key of the target file
          SWR_TOKEN                           the token; secrets are never taken from
                                              the command line
          SWR_TOKEN_FILE                      a file that holds the token; read again
                                              when it has run out
          SWR_TOKEN_COMMAND                   prints the token; run again when it has
                                              run out
          CLOUD_SDK_AK, CLOUD_SDK_SK          the keys that each request is signed with
          CLOUD_SDK_SECURITY_TOKEN            what belongs to temporary keys
          SWR_IAM_USER, SWR_IAM_PASSWORD      the user who gets a token by logging in
          SWR_IAM_DOMAIN                      the account of that user
          SWR_IAM_ENDPOINT                    where to log in; known for the vendor's
                                              own endpoints
          SWR_CERT, SWR_KEY, SWR_CA_FILE, …   the way there, as its options say it
          HTTPS_PROXY, NO_PROXY               the proxy, and the hosts that need none

        """)
  }

  @Test func `help of discover tells every option`() throws {
    let text = try help(["discover", "--help"])
    #expect(
      text == """
        usage: swr-conformance discover [OPTION]…

        find out what can be judged there, and write a target file

          --endpoint URL            judge this endpoint; wins over the environment and
                                    the target file
          --target FILE[#NAME]      read endpoint, ids, token and options from a file,
                                    or from the target NAME in it
          --output FILE.json        write to this file; to stdout if not given
          --force                   write over a file that is there
          --rate N/s                requests per second at most, such as 0.5; no limit
                                    if not given
          --max-requests N          refuse a plan that needs more requests, and never
                                    send more
          --timeout S               seconds for one whole exchange; 30 if not given
          --wait-for TIME           first wait so long for a target that is still
                                    starting, such as 30s
          --allow-plaintext         let the token travel unencrypted to another machine
          --ca-file FILE.pem        trust certificates that an authority in this file
                                    has signed, and no other
          --insecure                trust any certificate; every report says so
          --cert FILE.pem           show this certificate to a server that asks for one
          --key FILE.pem            its private key, where the file of the certificate
                                    has none
          --resolve HOST:PORT:ADDR  reach that host at this address, without a look-up;
                                    repeatable
          --connect-timeout S       seconds for a connection to stand; --timeout if not
                                    given
          --http1.1                 speak HTTP/1.1 even where HTTP/2 is offered
          --traceparent             tell each request its trace: that of TRACEPARENT, or
                                    a new one
          --help                    print this

        environment:
          SWR_ENDPOINT                        the endpoint
          SWR_PROJECT_ID, SWR_INSTANCE_ID, …  every other key of the target file
          SWR_TOKEN                           the token; secrets are never taken from
                                              the command line
          SWR_TOKEN_FILE                      a file that holds the token; read again
                                              when it has run out
          SWR_TOKEN_COMMAND                   prints the token; run again when it has
                                              run out
          CLOUD_SDK_AK, CLOUD_SDK_SK          the keys that each request is signed with
          CLOUD_SDK_SECURITY_TOKEN            what belongs to temporary keys
          SWR_IAM_USER, SWR_IAM_PASSWORD      the user who gets a token by logging in
          SWR_IAM_DOMAIN                      the account of that user
          SWR_IAM_ENDPOINT                    where to log in; known for the vendor's
                                              own endpoints
          SWR_CERT, SWR_KEY, SWR_CA_FILE, …   the way there, as its options say it
          HTTPS_PROXY, NO_PROXY               the proxy, and the hosts that need none

        """)
  }

  @Test func `help of mock tells every option`() throws {
    let text = try help(["mock", "-h"])
    #expect(
      text == """
        usage: swr-conformance mock [OPTION]…

        serve the mock registry on loopback

          --port N            listen here, 0 takes a free port; 8080 if not given
          --rows N            how many rows lists of jobs and tasks have
          --fault NAME        let the mock make this mistake
          --variant NAME      let the mock be odd in this way; repeatable
          --quirk ID=SIDE     let the mock take this side of a quirk; repeatable
          --churn N           let the mock's data move on every N-th request of a list
          --disturb NAME      let this get in the way of clients; repeatable
          --seed N            what the mock rolls its dice with; 1 if not given
          --print-env         print a target file for this mock, which run --target
                              takes
          --auth WAY          what --print-env prints to be let in with: token, aksk,
                              temporary or iam
          --output FILE.json  write to this file; to stdout if not given
          --ready-file FILE   write the URL to this file, or into a pipe, once it
                              listens
          --list-faults       print the names of faults, variants and disturbances, and
                              end
          --json              print JSON
          --help              print this

        """)
  }

  @Test func `help of diff tells both operands`() throws {
    let text = try help(["diff", "--help"])
    #expect(
      text == """
        usage: swr-conformance diff [OPTION]… OLD.json NEW.json

        say what became of each case between two JSON reports

          --trend  say of any number of reports when each failure began, and when it
                   ended
          --json   print JSON
          --md     print Markdown, for a pull request
          --help   print this

        """)
  }

  @Test func `help of bundle leaves out what a claim must not have`() throws {
    let text = try help(["bundle", "--help"])
    #expect(text.hasPrefix("usage: swr-conformance bundle [OPTION]… DIR\n"))
    for option in ["--baseline", "--report", "--record"] { #expect(!text.contains(option)) }
    #expect(text.contains("--claim") && text.contains("SWR_TOKEN"))
  }

  @Test func `help of quirks tells its operand`() throws {
    let text = try help(["quirks", "--help"])
    #expect(
      text == """
        usage: swr-conformance quirks [OPTION]… [ID]

        print where the documentation contradicts itself

          --json                print JSON
          --report REPORT.json  which side the server of this report takes of each
          --help                print this

        """)
  }

  @Test(arguments: [
    [], ["run"], ["discover"], ["diff"], ["bundle"], ["mock"], ["list"], ["quirks"],
  ])
  func `help fits into 80 columns`(command: [String]) throws {
    let lines = try help(command + ["--help"]).split(separator: "\n")
    #expect(lines.count > 3)
    #expect(lines.filter { $0.count > 80 || $0.hasSuffix(" ") } == [])
  }

  @Test func `help comes even if other words are wrong`() throws {
    #expect(try help(["run", "--nonsense", "--help"]) == help(["run", "--help"]))
  }

  private func help(_ words: [String]) throws -> String {
    guard case .help(let text) = try Invocation(arguments: words, vocabulary: .swr) else {
      return "no help"
    }
    return text
  }
}
