export type { Filter } from './ast.ts';
export { completeFilter, type Suggestion } from './complete.ts';
export { BUILT_IN, type KnownProtocols, knownProtocols } from './decoded/known.ts';
export { FilterError, filterSentence } from './error.ts';
export { type Finder, type Locator, locator, type Needle, plainFinder } from './find.ts';
export { type FilterHint, filterHints, withHint } from './hints.ts';
export { asksForMarks } from './marks.ts';
export { neededBytes } from './needles.ts';
export {
	conditionOf,
	excluded,
	type RowField,
	timeCondition,
	withCondition,
} from './of-row.ts';
export { parseFilter } from './parse.ts';
export { soughtTerms } from './terms.ts';
export { type TimeRange, timeRangeOf, withTimeRange } from './time-range.ts';
