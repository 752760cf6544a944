export { OPEN_AT_ONCE, readBytes, readText, readTextSync, UnreadableFile, whyUnreadable } from './read-text.ts';
export { isMissing, writeAtomic } from './write-atomic.ts';
