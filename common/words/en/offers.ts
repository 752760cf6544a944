/** What the gallery offers: blank endpoints by their kind, and presets. */
export const offers = {
	groups: {
		blank: 'Blank',
		'TCP servers': 'TCP servers',
		'TCP clients': 'TCP clients',
		'UDP sockets': 'UDP sockets',
		'Unix sockets': 'Unix sockets',
		Proxies: 'Proxies',
	},
	/** Summaries of blank endpoints, by their kind. */
	kinds: {
		'tcp-server': 'Listens, and answers by rules that you set. Without rules it only reads.',
		'tcp-client': 'Connects to a server, to send by hand or answer by rules.',
		udp: 'Sends and receives datagrams, as a server or as a client.',
		'unix-server': 'Listens on a path of this machine, and answers by rules that you set.',
		'unix-client': 'Connects to a path of this machine, such as that of a database or a container service.',
		'unix-datagram': 'Sends and receives datagrams by paths of this machine.',
	},
	presets: {
		'timestamp-echo': {
			title: 'Timestamp echo',
			summary: 'Answers each read with the time and the received data, to any number of clients until they close.',
		},
		'timestamp-echo-client': {
			title: 'Timestamp echo client',
			summary: 'Sends “hepeng” to the timestamp echo, and again ten seconds after each answer.',
		},
		'line-server': {
			title: 'Line server',
			summary: 'Reads one line, answers it with the time in front and its own line end, then closes.',
		},
		greeting: {
			title: 'Greeting',
			summary: 'Thanks each client for connecting, then closes.',
		},
		'one-shot': {
			title: 'One shot',
			summary: 'Reads once, answers “Yes”, then closes.',
		},
		'upper-echo': {
			title: 'Upper-case echo',
			summary: 'Answers each read in upper case; bytes that are not ASCII letters stay as they are.',
		},
		'hello-server': {
			title: 'Hello server',
			summary: 'Welcomes, greets each message a second later, and closes at “exit”.',
		},
		'http-server': {
			title: 'HTTP server',
			summary: 'Serves the files of a folder to a browser, and a page with a picture for every other address.',
		},
		'http-client': {
			title: 'HTTP client',
			summary: 'Asks for a page, reads to the end; the conversation shows header and body apart.',
		},
		'interactive-client': {
			title: 'Interactive client',
			summary: 'Connects to the timestamp echo: type a message, send it, see the answer.',
		},
		'one-at-a-time': {
			title: 'One at a time',
			summary: 'An iterative echo server: who comes second waits, connected, until the first has closed.',
		},
		concurrent: {
			title: 'All at once',
			summary: 'The same echo server, event driven: every client is answered at once.',
		},
		'half-close': {
			title: 'Half-close',
			summary: 'Echoes half a second late: a peer that has ended its sending side by then still gets its answer.',
		},
		'write-to-closed': {
			title: 'Writing to a closed peer',
			summary: 'Answers a second late: a client that has gone by then shows as a reset or an error of its connection.',
		},
		'receive-chunks': {
			title: 'Lines out of chunks',
			summary:
				'Numbers each line, however the network cut them: chunks and messages stand side by side under Boundaries.',
		},
		'time-server': {
			title: 'Time server',
			summary: 'Sends the date and time to each client, then closes.',
		},
		'class-tcp': {
			title: 'TCP echo server',
			summary: 'Echoes received data, like a socketserver.TCPServer with an echo handler.',
		},
		'key-value': {
			title: 'Key-value store',
			summary: 'Keeps texts under names for all who connect; a script answers SET, GET, DEL and KEYS, a line each.',
		},
		chat: {
			title: 'Chat room',
			summary: 'Passes each line on to all others; a script keeps the names.',
		},
		'class-udp': {
			title: 'UDP echo server',
			summary: 'Echoes each datagram, like a socketserver.UDPServer with an echo handler.',
		},
		'class-unix-stream': {
			title: 'Unix echo server',
			summary: 'Echoes received data, like a socketserver.UnixStreamServer with an echo handler.',
		},
		'class-unix-datagram': {
			title: 'Unix datagram echo server',
			summary: 'Echoes each datagram, like a socketserver.UnixDatagramServer with an echo handler.',
		},
		'udp-client': {
			title: 'UDP client',
			summary: 'Sends a list of messages one by one, and waits for the answer to each.',
		},
		'udp-hello': {
			title: 'Hello over UDP',
			summary: 'Greets the sender of each datagram.',
		},
		'tcp-proxy': {
			title: 'TCP proxy',
			summary: 'Stands between clients and a server, shows what both say, and lets go wrong what you want.',
		},
		'udp-proxy': {
			title: 'UDP proxy',
			summary: 'The same for datagrams, which can also be lost, doubled, or overtaken.',
		},
	},
};
