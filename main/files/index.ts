export { isMissing } from './is-missing.ts';
export {
	namedUnreadable,
	OPEN_AT_ONCE,
	readBytes,
	readText,
	readTextSync,
	UnreadableFile,
	whyUnreadable,
} from './read-text.ts';
export { sweepUnfinished, unfinishedName, writeAtomic, writeSynced } from './write-atomic.ts';
