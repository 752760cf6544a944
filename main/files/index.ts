export { OPEN_AT_ONCE, readBytes, readText, readTextSync, UnreadableFile, whyUnreadable } from './read-text.ts';
export { isMissing, sweepUnfinished, writeAtomic } from './write-atomic.ts';
