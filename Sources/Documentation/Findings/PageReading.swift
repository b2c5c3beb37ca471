// SPDX-License-Identifier: Apache-2.0
// What every look at a page is given: the documented operation with its example laid over it.

/// A documented operation and its example.
struct PageReading {
  let page: DocumentedOperation
  let example: ExampleView?

  init(_ page: DocumentedOperation) {
    self.page = page
    example = page.example.map { ExampleView($0, of: page) }
  }

  /// All looks at a page by itself, in the order in which findings are told.
  static let looks: [@Sendable (PageReading) -> [PageFinding]] = [
    { $0.layout },
    { $0.exampleSyntax }, { $0.exampleNames }, { $0.exampleTypes }, { $0.exampleWords },
    { $0.exampleRanges }, { $0.exampleDefaults }, { $0.exampleTexts },
    { $0.pathGaps }, { $0.requestExample }, { $0.statusCodes }, { $0.pairing },
    { $0.descriptions }, { $0.title }, { $0.filterNames },
    { $0.samples }, { $0.pageFacts }, { $0.requestFacts }, { $0.responseFacts },
    { $0.exampleTimes }, { $0.exampleCoincidences }, { $0.exampleMarkers },
  ]

  var findings: [PageFinding] { Self.looks.flatMap { $0(self) } }

  var layout: [PageFinding] {
    page.layout.map { PageFinding(.layout, "layout", "page", line: $0.line, $0.value) }
  }

  var levels: [ExampleView.Level] { example?.levels ?? [] }

  func query(_ name: String) -> DocumentedOperation.Row? { page.parameter(name, in: .query) }
}
