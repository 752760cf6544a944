/** How a range of bytes to ignore is written. */
export const ignoreRanges = {
	forms:
		'FROM-TO, FROM- or FROM, offsets from 0 or, negative, from the end; before it, each with a colon: in or out, and message=N or message=N-M, as in 4-7, -2-, in:0x10-0x13, out:message=3:0-1',
};

/** Errors of conversations that are made runnable or compared. */
export const recordingErrors = {
	recordedStream: ({ port, path }: { readonly port: string; readonly path: string }) =>
		`The recorded connection is a stream: give an address of ${port}: or ${path}:`,
	recordedDatagrams: ({ port, path }: { readonly port: string; readonly path: string }) =>
		`The recorded connection is datagrams: give an address of ${port}: or ${path}:`,
	tooManyRules: ({ count, most }: { readonly count: number; readonly most: number }) =>
		`The conversation takes ${count} rules, and an endpoint has at most ${most}: make a replay of it.`,
	tooManySteps: ({ count, most }: { readonly count: number; readonly most: number }) =>
		`The conversation has ${count} steps, and a test has at most ${most}.`,
	noIgnoreRange: ({ text }: { readonly text: string }) =>
		`“${text}” is no range to ignore: write ${ignoreRanges.forms}.`,
};

/** Notes about a recorded conversation and its replay. Each follows the rules of `eventTexts`. */
export const replayTexts = {
	replayOver: ({ turn }: { readonly turn: number }) => `The connection was over before turn ${turn}.`,
	replayClientOpen: ({ time }: { readonly time: string }) => `The client did not end within ${time}.`,
	replayServerOpen: ({ time }: { readonly time: string }) => `The server did not end within ${time}.`,
	replayBytesMissingAtEnd: ({ missing, turn }: { readonly missing: number; readonly turn: number }) =>
		`${missing} bytes of turn ${turn} did not come before the end.`,
	replayBytesMissing: ({
		missing,
		turn,
		time,
	}: {
		readonly missing: number;
		readonly turn: number;
		readonly time: string;
	}) => `${missing} bytes of turn ${turn} did not come within ${time}.`,
	replayDatagramsMissingAtEnd: ({ missing, turn }: { readonly missing: number; readonly turn: number }) =>
		`${missing} datagrams of turn ${turn} did not come before the end.`,
	replayDatagramsMissing: ({
		missing,
		turn,
		time,
	}: {
		readonly missing: number;
		readonly turn: number;
		readonly time: string;
	}) => `${missing} datagrams of turn ${turn} did not come within ${time}.`,
	replaySurplus: ({ surplus }: { readonly surplus: number }) => `${surplus} more bytes came than were recorded.`,
	recordedWithoutStart:
		'The capture does not have the start of the connection: whoever sent first is taken for the client.',
};
