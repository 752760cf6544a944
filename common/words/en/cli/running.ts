/** `listen` and `connect`, and lines that are typed while they run. */
export const running = {
	listen: {
		summary: 'listen on a TCP, UDP or Unix socket and print what happens',
		description:
			'Listens until it is interrupted and prints every event and every byte. The last line counts the events that ' +
			'were received, stored in the capture, and dropped.',
		url: (forms: string) => `${forms}; port 0 lets the system choose`,
		serve: 'clients are served all at once, or each when the one before has closed',
		interactive: (typed: string) =>
			'send each line of stdin, byte for byte, or with --charset in it, to all who are connected (over UDP: who have sent something, or --remote); "#3 TEXT" ' +
			`and "#3,5 TEXT" go to these connections, "##3 TEXT" sends "#3 TEXT"; ${typed}`,
		nextPort: 'where the port is in use, listen on the next one that is free',
		remote: 'UDP: where messages go that name no destination; of unixgram: a path',
		remoteForUdp: '--remote is for udp://.',
	},
	connect: {
		summary: 'connect to a TCP or Unix socket, answer by rules, and print what happens',
		description:
			'Connects and prints every event and every byte until the connection has closed or it is interrupted. The last ' +
			'line counts the events that were received, stored in the capture, and dropped.',
		url: 'tcp://HOST:PORT (IPv6 as [::1]), tls://HOST:PORT for TCP with TLS, or unix:PATH (unix:@NAME for an abstract one)',
		interactive: (typed: string) =>
			`send each line of stdin, byte for byte, or with --charset in it, as is done at a terminal anyway; its end ends our side; ${typed}`,
		noInteractive: 'read nothing from the terminal',
		splitHeader: 'print only received data, header and body separately, split at the first empty line',
		reconnect: 'connect again when the peer has ended or does not answer',
		/** Why a scheme has nothing to connect to. */
		connectionless: {
			udp: 'UDP has no connections',
			datagrams: 'Datagrams have no connections',
			other: 'It has no connections',
		},
		sendInstead: (why: string, form: string) => `${why}: use "wirebench send ${form} TEXT".`,
	},
	lineEnding: 'appended to each line of --interactive',
	typed: 'at a terminal an empty line sends nothing, and a line with only \\ sends an empty line (\\\\ sends one \\)',
	notSentAt: (position: number, why: string) => `Not sent, at character ${position}: ${why}`,
	notSentTo: (connection: number, why: string) => `Not sent to #${connection}: ${why}`,
	notSent: (why: string) => `Not sent: ${why}`,
	typing: 'Each line that you type is sent. Ctrl+D ends our sending side, Ctrl+C stops.',
	typingEmpty:
		'Each line that you type is sent. An empty line sends nothing; \\ alone sends an empty line. Ctrl+D ends our sending side, Ctrl+C stops.',
	typingToAll:
		'Each line that you type is sent to all who are connected; "#3 TEXT" goes to connection 3 alone. Ctrl+C stops.',
	otherPort: (port: number) => `Port ${port} is taken instead.`,
};
