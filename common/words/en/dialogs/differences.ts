import { localeOf } from '../../locale/locale.ts';

const { counted, plural } = localeOf('en');
const bytes = (length: number) => `${length} ${plural(length, { one: 'byte', other: 'bytes' })}`;

/** What differs between two messages, or connections: the first and the second. */
export const differences = {
	/** The parts below name a message or a stream with these. */
	message: {
		in: (number: number) => `received message ${number}`,
		out: (number: number) => `sent message ${number}`,
	},
	stream: { in: 'the received stream', out: 'the sent stream' },
	changed: (name: string) => `${name} differs`,
	changedOther: (name: string, other: number) => `${name} differs, message ${other} of the second`,
	missingMessage: (name: string, length: number) => `${name} (${bytes(length)}) is missing in the second`,
	missingBytes: (name: string, length: number, at: number) =>
		`${name} lacks ${bytes(length)} in the second, from byte ${at}`,
	extraMessage: (name: string, length: number) => `${name} of the second (${bytes(length)}) is not in the first`,
	extraBytes: (name: string, length: number, at: number) =>
		`${name} of the second has ${bytes(length)} more, from byte ${at}`,
	later: (name: string, ms: number) => `${name} came ${ms} ms later in the second`,
	earlier: (name: string, ms: number) => `${name} came ${ms} ms earlier in the second`,
	ends: { open: 'is still open at the end of the capture', closed: 'was closed', reset: 'was reset' },
	endsOf: (first: string, second: string) => `the first ${first}, the second ${second}`,
	at: (at: number) => `At byte ${at} (0x${at.toString(16)})`,
	atBoth: (at: number, other: number) => `At byte ${at} (0x${at.toString(16)}), byte ${other} of the second`,
	/** @param where one of the two above @param shown bytes */
	missing: (where: string, length: number, shown: string) =>
		`${where}: ${bytes(length)} missing in the second: ${shown}.`,
	extra: (where: string, length: number, shown: string) => `${where}: ${bytes(length)} more in the second: ${shown}.`,
	other: (where: string, first: string, second: string) => `${where}: ${first} in the first, ${second} in the second.`,
	sentence: (words: string) => `${words}.`,
	equal: 'They are equal.',
	count: (count: number) => `${counted(count, { one: 'difference', other: 'differences' })}.`,
};
