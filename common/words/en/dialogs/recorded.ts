/** What a recorded conversation becomes, and why parts of it vary: also what the command line prints. */
export const recorded = {
	place: {
		noTls: 'The recorded connection had TLS; this one does not: its bytes are not encrypted.',
		ownAuthority:
			'It listens with TLS. Its certificate is signed by Wirebench’s own authority, which clients have to trust.',
		ownCertificate: 'It listens with TLS and its own certificate.',
		verifies: 'It connects with TLS and verifies the server’s certificate.',
		verifiesNot: 'It connects with TLS and does not verify the server’s certificate.',
		noCertificate: 'The recorded client showed a certificate; this one has none.',
		direct: (via: string) => `The recorded connection went through the ${via}; this one is direct.`,
	},
	resets: {
		client: 'The client reset the connection: no step expects that.',
		server: 'The server reset the connection: no step expects that.',
	},
	datagramsLeft: (more: number) =>
		`A rule answers with one datagram: ${more} further ${more === 1 ? 'one is' : 'ones are'} left out.`,
	outcome: {
		failed: (why: string) => `failed: ${why}`,
		differs: (turn: number) => `Turn ${turn} differs from the recording.`,
		stopped: 'stopped',
		same: 'same',
		different: 'different',
		summary: (how: string, turn: number, turns: number, sent: number, received: number, expected: number) =>
			`${how}: ${turn} of ${turns} turns, ${sent} bytes sent, ${received} received of ${expected} recorded`,
	},
	reasons: {
		httpDate: 'a date of HTTP, the time of the recording',
		isoDate: 'a date of ISO 8601, the time of the recording',
		ctime: 'a date as C’s ctime writes it, the time of the recording',
		seconds: 'seconds since 1970, the time of the recording',
		milliseconds: 'milliseconds since 1970, the time of the recording',
		microseconds: 'microseconds since 1970, the time of the recording',
		uuid: 'a UUID',
		repeatedUuid: 'a UUID, which the other side repeats',
		contentLength: 'Content-Length, the bytes behind the header',
		length: 'a length: the bytes that follow',
		wholeLength: 'a length: the bytes of the whole message',
		echo: 'an identifier that the answer repeats',
	},
	checksum: (name: string) => `the checksum ${name} of the bytes before it`,
	counter: (step: string) => `a number that steps by ${step} from message to message`,
	/** @param reason one of those above */
	ofClient: (reason: string, where: string) => `${reason} (of the client; ${where})`,
	ofServer: (reason: string, where: string) => `${reason} (of the server; ${where})`,
	where: (turn: number, byte: number) => `turn ${turn}, byte ${byte}`,
	whereAndMore: (turn: number, byte: number, more: number) => `turn ${turn}, byte ${byte}, and ${more} more`,
	captured: (name: string) => `what was received as ${name}`,
};
