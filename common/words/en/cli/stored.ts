/** `show` and `export`. */
export const stored = {
	show: {
		summary: 'print the events of a stored capture',
		description:
			'Prints the events of a capture as "listen" does when they happen: of a capture folder, or of a capture file of ' +
			'another program. Problems in it are reported on stderr.',
		json: 'print a JSON object for each event',
		charset: 'charset of the text, in place of the one that each endpoint has',
		messages: 'the messages of streams in place of their reads',
		framing: (forms: string) =>
			`with --messages: how all streams are cut, in place of the framing of each endpoint: ${forms}`,
		framingAlone: '--framing cuts streams into messages: add --messages.',
		calls: 'print the socket calls that a program would make for what happened, as lines of a program: python or c',
		nonBlocking: 'with --calls: of non-blocking sockets, with select and EAGAIN',
		callsAlone: '--calls prints all calls: leave out --filter, --messages, --decode and --columns.',
	},
	export: {
		summary: 'write a stored capture as pcapng, JSON lines, CSV, text, raw bytes or C',
		description:
			'Writes the events of a capture folder, or of a capture file, as another kind of file. What is there is not touched.',
		format: 'what to write',
		connection: 'only events of this connection',
		direction: 'only received, or only sent data',
		first: 'number of the first event, from 1; with --messages, of the first row',
		last: 'number of the last event, or of the last row',
		joined: 'with c: one array for all events',
		readsOnly: (format: string) =>
			`${format} has the reads as they came, no messages: leave --messages out, or write jsonl, csv or text.`,
		toTerminal: (format: string) => `A terminal cannot show ${format}: name a file with -o.`,
		progress: (done: number, total: number, bytes: number) => `${done} of ${total} events, ${bytes} bytes`,
		cancelled: 'The export was cancelled; nothing was left behind.',
		done: (events: number, bytes: number) => `${events} events, ${bytes} bytes`,
		doneIn: (events: number, bytes: number, file: string) => `${events} events, ${bytes} bytes: ${file}`,
		existing: 'Add --force to replace it.',
	},
	stats: {
		summary: 'count the events and bytes of a stored capture, and the times of its answers',
		description:
			'Prints what each endpoint, connection, protocol or kind of event of a capture has had: events, bytes, rates, ' +
			'durations, and how long answers took. An answer is the first data after data of the side that opened the ' +
			'connection, and its time counts from the last chunk of the request. Percentiles are exact to 1/32. A protocol is ' +
			'guessed for each direction of a connection, from its first three chunks.',
		by: 'what to count by',
		sort: 'column to sort by, the largest first; names ascending',
		top: 'how many rows to print',
		json: 'print a JSON object for the total, and one for each row; times in ns, bytes and events per second',
		columns: {
			name: 'name',
			events: 'events',
			messages: 'data',
			bytesIn: 'bytes in',
			bytesOut: 'bytes out',
			bytes: 'share',
			byteRate: 'bytes/s',
			peakBytes: 'peak bytes/s',
			duration: 'duration s',
			answers: 'answers',
			p50: 'p50 ms',
			p90: 'p90 ms',
			p99: 'p99 ms',
			answerMax: 'max ms',
		},
		total: 'total',
		notRecognised: 'not recognised',
		noTransport: 'no transport',
		shown: (shown: number, all: number) => `${shown} of ${all}: --top prints more.`,
		limited: 'There are more endpoints or connections than are counted: later ones are in the total only.',
	},
};
