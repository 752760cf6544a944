/** `show` and `export`. */
export const stored = {
	show: {
		summary: 'print the events of a stored capture',
		description:
			'Prints the events of a capture as "listen" does when they happen: of a capture folder, or of a capture file of ' +
			'another program. Problems in it are reported on stderr.',
		json: 'print a JSON object for each event',
		charset: 'charset of the text, in place of the one that each endpoint has',
	},
	export: {
		summary: 'write a stored capture as pcapng, JSON lines, CSV, text, raw bytes or C',
		description:
			'Writes the events of a capture folder, or of a capture file, as another kind of file. What is there is not touched.',
		format: 'what to write',
		connection: 'only events of this connection',
		direction: 'only received, or only sent data',
		first: 'number of the first event, from 1',
		last: 'number of the last event',
		joined: 'with c: one array for all events',
		toTerminal: (format: string) => `A terminal cannot show ${format}: name a file with -o.`,
		progress: (done: number, total: number, bytes: number) => `${done} of ${total} events, ${bytes} bytes`,
		cancelled: 'The export was cancelled; nothing was left behind.',
		done: (events: number, bytes: number) => `${events} events, ${bytes} bytes`,
		doneIn: (events: number, bytes: number, file: string) => `${events} events, ${bytes} bytes: ${file}`,
		existing: 'Add --force to replace it.',
	},
};
