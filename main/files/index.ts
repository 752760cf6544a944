export { OPEN_AT_ONCE, readBytes, readText, readTextSync, UnreadableFile, whyUnreadable } from './read-text.ts';
