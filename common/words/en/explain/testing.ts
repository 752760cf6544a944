/** Fields of a test: its connections, variables and expectations. */
export const testing = {
	testName: {
		title: 'Name and folder',
		text: 'By these a test is listed, saved in the workspace, and run on the command line. Two tests of a folder cannot have the same name.',
		next: 'Name it after what the server has to do.',
	},
	connection: {
		title: 'Name of a connection',
		text: 'A test can have several connections; each step acts on the one that it names. The name is used in this test only.',
		next: 'Use two clients of one server to see whether it serves both.',
	},
	role: {
		title: 'Role of a connection',
		text: 'What the test is at this connection: a client of a server, a client of its own server, a server that your program connects to, or an endpoint of the workspace.',
		next: 'Choose the server to test a client.',
	},
	protocol: {
		title: 'Connect by',
		text: 'What carries the bytes: TCP, UDP, or a Unix socket on this machine. A TCP client knows that the server has received a connection; a UDP socket does not even know whether anybody listens.',
		next: 'Use what the server listens with: the port alone does not say it.',
	},
	lend: {
		title: 'As a client of the workbench',
		text: 'Copies all settings of a client: its address, its options and TLS. Later changes of that client do not change the test.',
		next: 'Use it for a server that requires TLS or a client certificate.',
	},
	needs: {
		title: 'Needs to run',
		text: 'Endpoints of the workspace that have to run during the test. Those that do not are started before it, and stopped at its end.',
		next: 'Add the server and the proxy that the test goes through.',
	},
	variable: {
		title: 'Variable',
		text: 'A name for a text that templates fill in as {{var NAME}}. Those of a test come before those of the workspace with the same name.',
		next: 'Put what differs between machines into one: a user, a token, a device number.',
	},
	within: {
		title: 'Within',
		text: 'How long the step may wait for it, in milliseconds. When the time is over the step fails, and with it the test; a branch goes on with its last steps.',
		next: 'Allow several times what the server usually needs.',
	},
	limit: {
		title: 'Time limit of the test',
		text: 'All steps together have to be done within it, whatever each of them may wait. Empty, only the limits of the steps count.',
		next: 'Set it for a test with a loop.',
	},
	comparison: {
		title: 'How it is compared',
		text: 'Exactly: these bytes come next, in however many reads. The others look in what has arrived: for a part, a regular expression, bytes with wildcards, the fields of a message, or only its length.',
		next: 'Use fields where numbers or times differ with each run.',
	},
	wildcards: {
		title: 'Bytes with wildcards',
		text: 'Bytes in hexadecimal, of which some may be anything: ?? is any byte, b? any byte from b0 to bf, and * any number of bytes.',
		next: 'Put ?? where a counter or a checksum stands.',
	},
	byteCount: {
		title: 'Number of bytes',
		text: 'How many bytes have to arrive: at least the first number, at most the second, exactly so many where both are the same. What they are does not matter.',
		next: 'Use it for random data, such as a key or a salt.',
	},
	captures: {
		title: 'Variables from fields',
		text: 'Saves values of the received message for later steps, as in seq = frame.sequence; commas separate several.',
		next: 'Send one back in the next step, with {{var seq}}.',
	},
	lineEnd: {
		title: 'Line end',
		text: 'Bytes that are appended to what is sent: LF (0a), CR LF (0d 0a) or CR (0d). A server that reads lines waits until it has received its own line end.',
		next: 'No answer? Try CR LF: most Internet protocols require it.',
	},
};
