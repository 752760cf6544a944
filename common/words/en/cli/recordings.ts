/** `record` and `replay`. */
export const recordings = {
	record: {
		summary: 'make a test or a mock server of a recorded conversation',
		description:
			'Writes one connection of a capture as a test, for "wirebench test", or as a workspace with a server that ' +
			'answers as the recorded one did, for "wirebench run". Parts that probably differ the next time (dates, ids, lengths, ' +
			'checksums, counters) are listed on stderr, and become templates and patterns as --vary says.',
		as: 'what it becomes',
		side: 'the side that a test takes (default: client)',
		at: 'where the test connects to, or the mock listens; tls:// for TLS (default: where the recorded server was, with TLS as it had)',
		vary: 'which parts vary: all, none, or their numbers, as in 1,3',
		badVary: 'It is all, none, or numbers of proposals, as in 1,3.',
		mockSide: 'A mock is the server side: leave --side out, or make a test.',
		noVarying: (number: number, known: string) => `There is no varying part ${number}: there is ${known}.`,
		none: 'none',
		upTo: (count: number) => `1 to ${count}`,
		differ: 'Parts that probably differ the next time (--vary none, all, or their numbers as in 1,3):',
		sentAs: (what: string) => `sent as ${what}`,
		expectedAs: (what: string) => `expected as ${what}`,
		stays: 'stays',
		listSeparator: ', ',
	},
	replay: {
		summary: 'send one side of a recorded conversation again',
		description:
			'Takes the part of the client or the server of one connection of a capture: it sends what that side sent, each message ' +
			'when the other side has sent as much as in the recording, and says what differed. Exit code 0: nothing did.',
		url: (forms: string) => `where to connect or to listen (default: where the recorded server was): ${forms}`,
		as: 'the side to take',
		rhythm: 'keep the gaps of the recording before each message',
		within: 'how long the other side may take for a turn, besides its gap in the recording',
		exact: 'compare also what probably differs each time, such as dates',
		json: 'print JSON objects',
		listening: (address: string) => `listening on ${address}`,
	},
	connection: 'number of the connection (default: the only one)',
	badConnection: 'It is the number of a connection, as "wirebench show" prints it.',
	badTime: (most: number) => `It is a whole number of milliseconds, from 1 to ${most}.`,
	bytes: (count: number) => `${count} bytes`,
	noConnection: 'The capture has no connection.',
	more: (count: number) => `and ${count} more`,
	choose: (count: number) => `The capture has ${count} connections: choose one with --connection.`,
	noAddress: 'The capture does not say where the server was: give its address.',
	impossible: (at: string, why: string) => `A recorded conversation cannot take place at ${at}: ${why}`,
};
