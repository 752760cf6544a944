import { localeOf } from '../locale/locale.ts';

const { counted } = localeOf('en');

/** What is wrong with a decoded field. */
export const decodeNotes = {
	short: (missing: number) => `${counted(missing, { one: 'byte', other: 'bytes' })} missing`,
	unexpected: (expected: string) => `expected ${expected}`,
	checksum: (expected: string) => `wrong checksum: ${expected} expected`,
	rest: 'behind the end',
	unreadable: 'cannot be read',
	limit: 'more than is decoded',
};
