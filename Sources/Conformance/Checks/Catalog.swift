// SPDX-License-Identifier: Apache-2.0
// Every check there is, level by level; a check that is not in this list does not run.

extension Check {
  /// All checks, in the order in which a report lists their cases.
  public static let all: [Check] = [
    .listIsAnswered, .contentType, .wellFormedJSON, .uniqueNames, .pairedSurrogates,
    .requiredField,
    .field(.integer), .field(.boolean), .field(.string), .field(.word), .field(.timestamp),
    .field(.object),
    .field(.array), .field(.document),
    .undocumentedField, .requestID, .wholeAnswer, .plainHTTP,

    .defaultPageSize, .pageLimit, .fullPages, .fullMarkerPages, .rowsEqualTotal, .totalIsConstant,
    .totalCoversRows, .totalCoversPage,
    .eachRowOnce, .sameRowsForEveryLimit, .sameRequestIsAnswered, .sameRequestSamePage,
    .offsetStartsAtRow,
    .offsetBehindEnd, .offsetBeyond32Bits, .offsetMultiple, .anyOffset, .firstPage, .limitAlone,
    .offsetAlone,
    .sortedRows, .linksLead,
    .markerWalkEnds, .markersDiffer, .markerLeadsToRows, .markerIsDecoded, .unknownMarker,

    .filterKeepsValue, .filterSubset, .filterAddsUp, .filterPages, .filterAlone, .filterTotal,
    .openFilterKeepsValue, .openFilterKeepsAll, .openFilterTotal, .commonFilterValue,
    .filtersCombine,
    .unknownFilterValue, .unlistedFilter, .hostileFilterValue,

    .relation, .countedRows, .objectIsItsRow, .sameRow, .misplacedRows,

    .serverError, .badLimit, .missingParameter, .unknownCaller, .foreignProject, .unknownResource,
    .misplacedResource,
    .errorShape,
    .errorContentType, .tokenIsNotRepeated, .noStackTrace, .requestIDsDiffer, .otherMethods,
    .unprovokable,

    .quirkResult,

    .timeBudget,
  ]
}
