/** `send`, `ask` and `generate`. */
export const sending = {
	send: {
		summary: 'send a message, once or repeatedly, or a file, and print the answer',
		description:
			'Sends TEXT over TCP, UDP or a Unix socket and prints the bytes that come back, as they are, until the peer closes or the ' +
			'wait is over.',
		text: 'what to send; - reads it from stdin',
		hex: 'TEXT is hexadecimal, as in "68 65 6c 6c 6f"',
		escaped: 'TEXT has escapes, as in "GET / HTTP/1.0\\r\\n\\r\\n"',
		base64: 'TEXT is base64',
		charset: 'of TEXT and of escaped text, as in gbk, big5, shift_jis or latin1 (default: utf-8)',
		checksum: 'appended to TEXT, in front of the line ending',
		lineEnding: 'appended to TEXT',
		template: 'TEXT is a template, as in "n={{counter}} {{time iso}}" (see docs/templates.md)',
		repeat: 'send it again every so many milliseconds; 0: as fast as it can',
		count: 'with --repeat: how many times (default: until it is interrupted)',
		file: 'send a file, as it is, in place of TEXT',
		datagram: 'with --file over UDP: bytes of a datagram',
		wait: 'how long to wait for an answer once all is sent',
		end: 'end our sending side (FIN) once all is sent',
		json: 'print every event as one JSON object a line',
		reset: 'ECONNRESET: The peer reset the connection.',
		textAndFile: 'error: either text or --file is sent, not both',
		nothing: 'error: say what to send: text, - for stdin, or --file',
		countAlone: 'error: --count is for --repeat',
	},
	ask: {
		summary: 'send datagrams one by one, and wait for the answer to each',
		description:
			'Sends each MESSAGE from a connected UDP socket, which receives refusals, once the previous one has been answered or the ' +
			'wait for that is over. After a message without an answer the next one goes from another port, so that a late answer ' +
			'counts for no other message. Ends with 1 when one got no answer.',
		messages: 'what to send, as UTF-8',
		hex: 'messages are hexadecimal',
		escaped: 'messages have escapes, as in "a\\x00b"',
		template: 'each message is a template, as in "n={{counter}} {{time iso}}" (see docs/templates.md)',
		timeout: 'how long to wait for each answer',
		repeats: 'how often to send a message again that got none',
		samePort: 'send from one port also after a message without an answer: the next one then waits as long again',
		onNoAnswer: 'go on or stop',
		datagrams: 'It asks by datagrams: use udp://HOST:PORT, or "wirebench connect" for a stream.',
		nothing: 'Say what to send, or a preset that does.',
	},
	generate: {
		summary: 'load test: send numbered messages at a rate',
		description:
			'Sends numbered messages over TCP, UDP or a Unix socket and prints its progress once a second. "wirebench listen ' +
			'--ledger" at the other end reports lost, duplicate, late and reordered messages. The header of a message is ' +
			'described in docs/numbered-messages.md.',
		rate: 'messages a second; 0 for as fast as it can',
		count: 'messages in all; 0 for no end',
		size: 'bytes of a message, at least the 32 of its header',
		text: 'number a text instead, at its %d (or %08d), as in "event %d\\n"; with escapes',
		framing: 'on a stream: messages of one size, or their length in front in 2 or 4 bytes',
		stream: 'id in the headers, 0 to 4294967295 (by chance)',
	},
	tooLarge: 'A payload is at most 64 MiB.',
	notUtf8: (format: string) => `Standard input is not UTF-8, as which ${format} is read.`,
	badTemplate: (position: number, why: string) => `The template is wrong at character ${position}: ${why}`,
	badText: (format: string, position: number, why: string) =>
		`The text is not ${format} at character ${position}: ${why}`,
	stopped: 'Stopped.',
	failed: 'It failed.',
	stoppedOf: (bytes: number, total: number) => `Stopped after ${bytes} of ${total} bytes.`,
	stoppedAfter: (bytes: number) => `Stopped after ${bytes} bytes.`,
	bytes: (bytes: number) => `${bytes} bytes sent.`,
	bytesOf: (bytes: number, total: number) => `${bytes} of ${total} bytes sent.`,
	messages: (count: number) => `${count} messages sent`,
	messagesOf: (count: number, total: number) => `${count} of ${total} messages sent`,
	part: (bytes: number) => `, ${bytes} bytes of the next`,
	/** `what` was sent; `pace`: messages a second. */
	pace: (what: string, pace: string) => `${what}, ${pace} a second.`,
	late: (what: string, pace: string, mean: string, most: string) =>
		`${what}, ${pace} a second, late by ${mean} ms on average, ${most} ms at most.`,
};
