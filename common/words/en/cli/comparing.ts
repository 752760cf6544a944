/** `diff`. */
export const comparing = {
	summary: 'compare two captures, two connections, or two files of bytes',
	description:
		'Compares what was sent in two captures: connection by connection, message by message, in each direction by itself. Prints the ' +
		'first difference with its place, and a summary. Ports, addresses and times make no difference; a reset does. Messages are ' +
		'split by the framing of the endpoint; a stream without framing is compared as it is, however it arrived.',
	path: 'a capture folder, or a pcapng or pcap file; with --raw any file',
	other: 'what to compare it with',
	connection: 'only connection n of the first, and m (or n) of the second',
	framing: (forms: string) => `split streams into messages: ${forms}`,
	ignore: (forms: string) => `leave bytes out of each message, may be repeated: ${forms}`,
	ignoreRegex:
		'leave out what the pattern matches, on both sides; in: or out: before it for one direction; may be repeated',
	within: 'compare times too: since the start of the connection, up to this difference',
	raw: 'compare two files of bytes, up to 64 MiB each, as two messages',
	all: 'print all differences, not only the first',
	json: 'print a JSON object for each printed difference, and one for the summary',
	tooMany: (most: number) => `At most ${most} ranges and patterns can be ignored.`,
	rawAlone: 'With --raw there are no connections, messages or times.',
	stopped: 'Stopped before the end: the captures may differ or not.',
	damaged: 'A capture is damaged: what can be read of it is equal.',
	badConnections: 'It is the number of a connection, or one of each capture: 2 or 2:5.',
	badTime: (most: number) => `It is a number of milliseconds up to ${most}.`,
	badPattern: 'It is a regular expression.',
	noConnection: {
		first: (id: number, known: string) => `The first capture has no connection ${id}: ${known}.`,
		second: (id: number, known: string) => `The second capture has no connection ${id}: ${known}.`,
	},
	hasNone: 'it has none',
	has: (count: number, first: number) => `it has ${count}, the first is ${first}`,
	/** In front of the bytes of each. */
	sides: { first: 'first', second: 'second' },
	connectionAt: (id: number, place: string) => `connection ${id} (${place})`,
	connectionOfSecond: (id: number) => `connection ${id} of the second`,
	and: ' and ',
	/** A connection that the other capture does not have, by the one that has it. */
	alone: {
		first: (connection: string, received: number, sent: number) =>
			`The second capture lacks ${connection} of the first: ${received === 1 ? '1 byte' : `${received} bytes`} received, ${sent} sent.`,
		second: (connection: string, received: number, sent: number) =>
			`The first capture lacks ${connection} of the second: ${received === 1 ? '1 byte' : `${received} bytes`} received, ${sent} sent.`,
	},
	found: (where: string, what: string, events: string) => `${where}: ${what}${events}.`,
	events: (list: readonly string[]) => ` (${list.join(', ')})`,
	eventOfFirst: (number: number) => `event ${number} of the first`,
	eventOfSecond: (number: number) => `event ${number} of the second`,
	compared: (connections: number, messages: number, bytes: number) =>
		`${connections === 1 ? '1 connection' : `${connections} connections`}, ${messages === 1 ? '1 equal message' : `${messages} equal messages`} of ${bytes === 1 ? '1 byte' : `${bytes} bytes`}`,
	equal: (what: string) => `Equal: ${what}.`,
	equalBytes: (count: number) => `Equal: ${count === 1 ? '1 byte' : `${count} bytes`}.`,
	different: (what: string, parts: readonly string[]) => `Different: ${what}; ${parts.join(', ')}.`,
	counts: {
		changed: (count: number) => `${count} changed`,
		missing: (count: number) => `${count} missing`,
		extra: (count: number) => `${count} extra`,
		late: (count: number) => `${count} at another time`,
		ends: (count: number) => `${count} with another end`,
		alone: (count: number) => `${count === 1 ? '1 connection' : `${count} connections`} in one capture only`,
	},
	rough: ' Some messages could not be paired exactly: too many differ.',
	differentBytes: (runs: number) => `Different: ${runs === 1 ? '1 run' : `${runs} runs`} of bytes.`,
	roughBytes: ' Some could be smaller: the files differ too much for an exact alignment.',
};
