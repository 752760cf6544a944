// Apart from index.ts, so that a page loads the regular expressions only when one is written.
export { checkFilter, readFilter } from './check.ts';
export { compileFilter, type EventFacts, type FilterTest, NO, UNKNOWN, YES } from './compile.ts';
export { type Place, type Sought, soughtBytes, soughtIn } from './sought.ts';
