/** Fields of the forms: what they set in the socket or in the protocol. */
export const fields = {
	name: {
		title: 'Name',
		text: 'What this endpoint is called in the list, in the traffic log and on the command line. It is not sent.',
		next: 'Filter by it to see the events of this endpoint alone.',
	},
	path: {
		title: 'Path of a Unix socket',
		text: 'The address of a Unix socket: a path in the file system, or with @ in front a name that only the kernel of Linux keeps. A server makes the file with bind and has to remove it at its end.',
		next: 'Delete a file that a dead server has left, or bind fails with EADDRINUSE.',
	},
	host: {
		title: 'Host',
		text: 'Where the other end is: an IP address, or a name that getaddrinfo looks up first. A name can have several addresses, which are tried one after the other.',
		next: 'Watch the look-up and each attempt as notes in the log.',
	},
	port: {
		title: 'Port',
		text: 'The number by which programs on one address differ, 1 to 65535; a server on port 0 gets a free one from the system. Ports below 1024 usually need privileges.',
		next: 'A connection is known by four values: both addresses and both ports.',
	},
	remote: {
		title: 'Destination',
		text: 'Where datagrams go when a message names no other place. With it the system can connect the socket, which then only receives from there.',
		next: 'Leave it empty for a server: it answers each sender at its own address.',
	},
	target: {
		title: 'Target',
		text: 'The server that a proxy stands in front of: it opens a connection of its own there for each client. Your client only has to use the port of the proxy in place of that of the server.',
		next: 'Start the server first, then the proxy, then the client.',
	},
	charset: {
		title: 'Charset',
		text: 'How bytes and characters belong together: sockets carry bytes only. A wrong charset shows wrong characters, but changes no byte.',
		next: 'Both ends must mean the same one; UTF-8 unless the protocol says otherwise.',
	},
	family: {
		title: 'Addresses of a host name',
		text: 'Whether IPv4 addresses (AF_INET), IPv6 addresses (AF_INET6) or both of a host name are tried. A server that listens on one family is not reached by the other.',
		next: 'Choose IPv4 when "localhost" is refused: it is often ::1 first.',
	},
	local: {
		title: 'Local address and port',
		text: 'What the client binds before it connects. Normally the system chooses both; a fixed port cannot be used again while an earlier connection of it is in TIME_WAIT.',
		next: 'Set it for a server that accepts certain ports or addresses only.',
	},
	reconnect: {
		title: 'Connect again',
		text: 'The client connects again after the peer has ended the connection or did not answer. The wait doubles with each failure, up to the longest, so that a server that comes back is not overrun.',
		next: 'Stop the server and start it again, and look at the times of the attempts.',
	},
	peerEnd: {
		title: 'When the peer ends',
		text: 'What happens after recv has returned no bytes, the FIN of the peer. Half open, this side can still send; many programs close at once instead.',
		next: 'Compare the two in Socket > States: CLOSE-WAIT lasts while it is half open.',
	},
	serve: {
		title: 'How clients are served',
		text: 'All at once is a server with threads or select. One at a time is the loop of a first tutorial: the next client is connected by the kernel, but waits unread in the accept queue.',
		next: 'Connect two clients to a server with one at a time, and see the second wait.',
	},
	requests: {
		title: 'Messages one by one',
		text: 'Sends a message, waits for its answer, and sends the next: a client over UDP that copes with loss. A message without an answer is sent again, as often as you allow.',
		next: 'Put a UDP proxy with a loss between, and count the repeats.',
	},
	upstream: {
		title: 'Upstream proxy',
		text: 'The connection goes through another proxy, which connects to the host: with CONNECT of HTTP, or with SOCKS5. The proxy looks up the name, and sees the bytes unless TLS is on.',
		next: 'Read what was agreed on with it in the first notes of the connection.',
	},
	forgetAfter: {
		title: 'Silent clients',
		text: 'UDP has no end of a connection: a client is forgotten after this time without a datagram. What arrives later counts as a new client.',
		next: 'Take more than the longest pause of your protocol.',
	},
	sentFraming: {
		title: 'Framing of sent data',
		text: 'Some protocols use different framing for requests and answers. This one is for what the endpoint sends; without it both directions have the same.',
		next: 'Compare both sides in Conversation > Boundaries.',
	},
	lengthField: {
		title: 'Length field',
		text: 'A number in front of each message says how long it is: where it begins, how many bytes it has, in which order, and what it counts. A program reads exactly the head, then exactly the rest.',
		next: 'Try it on a recorded message with "Try framing" before you use it.',
	},
	lineEnds: {
		title: 'Line ends',
		text: 'LF (0a) ends a line on Unix, CR LF (0d 0a) in most protocols of the Internet. With this, one delimiter fits both.',
		next: 'Look at the last bytes of a message in hexadecimal when no answer arrives.',
	},
	source: {
		title: 'Source of a group',
		text: 'Only datagrams of this sender are received from the group (source-specific multicast). Empty: those of every sender.',
		next: 'Groups in 232.0.0.0/8 and ff3x::/32 are meant for it.',
	},
	tls: {
		title: 'TLS',
		text: 'Encrypts the stream and shows who the server is, before the first byte of the protocol. Wirebench ends it here, so that the log has the plain bytes.',
		next: 'One side with TLS and one without cannot talk: see what the plain one receives.',
	},
	verify: {
		title: 'Verification',
		text: 'The client checks the certificate of the server: signed by an authority that it trusts, for the requested name, and within its dates. Without this anybody between could answer.',
		next: 'Keep it on, and add the authority of your server to the trusted ones.',
	},
	serverName: {
		title: 'Server name (SNI)',
		text: 'The name that the client requests in its first TLS message, and that the certificate must have. Servers with several names choose the certificate by it.',
		next: 'Set it when you connect to an IP address, or through a proxy.',
	},
	certificate: {
		title: 'Certificate and key',
		text: 'A certificate says which names belong to a public key, and an authority signs that; the private key proves it in the handshake. Wirebench makes both unless you have your own.',
		next: 'A chain contains the certificate first, then those that signed it.',
	},
	clientCertificate: {
		title: 'Certificate of the client',
		text: 'With it the client proves who it is (mutual TLS). A server requests it, and may refuse a client that has none.',
		next: 'Require one at a server, and connect a client without.',
	},
	trusted: {
		title: 'Trusted authorities',
		text: 'Certificates that these authorities have signed are accepted. Wirebench trusts its own authority and those of Node besides.',
		next: 'Use the certificate of the authority here, not that of the server.',
	},
	flaw: {
		title: 'Faulty certificate',
		text: 'Makes a certificate that a careful client has to refuse. It tests whether your program verifies at all.',
		next: 'A client that connects without an error does not verify.',
	},
	tlsVersions: {
		title: 'Versions, ciphers, protocols',
		text: 'Both sides agree in the handshake on the newest version and on a cipher that both have, and with ALPN on the protocol inside. Without a common one the handshake fails.',
		next: 'Narrow one side to see how the other refuses.',
	},
	handshakeTimeout: {
		title: 'Time for the handshake',
		text: 'How long the handshake may take. A peer that does not speak TLS often just stays silent: this ends the wait.',
		next: 'Seconds are enough in a local network.',
	},
	greeting: {
		title: 'On connect, send',
		text: 'The server speaks first, as mail and FTP servers do, before the client has sent anything.',
		next: 'A client that sends first and then reads receives the greeting as if it were its answer.',
	},
	join: {
		title: 'Answers together',
		text: 'Answers to messages of one read are sent with one call in place of one each. The peer then often receives several answers with one recv: a stream has no boundaries.',
		next: 'Switch it and compare the calls.',
	},
	seed: {
		title: 'Seed',
		text: 'Chance decides which bytes or datagrams a fault hits. The same seed decides the same again, so that a failure can be repeated.',
		next: 'Note it when a test fails.',
	},
	rate: {
		title: 'Rate',
		text: 'How many messages leave in a second. As fast as it can finds the limit; at a rate shows what a system does below it.',
		next: 'Raise it until the report shows a loss.',
	},
	numbering: {
		title: 'Numbered messages',
		text: 'Each message has a number, so that the receiver sees which are missing, doubled or out of order. In a header there are also the time and the stream; in a text any program can read it.',
		next: 'Open the loss report at the other end before you start.',
	},
	messageSize: {
		title: 'Number and size',
		text: 'How many messages are sent, and how many bytes each has. A datagram of more than about 1,470 bytes is cut into several packets, and is lost when one of them is.',
		next: 'Try sizes around 1,472 over a real network.',
	},
	written: {
		title: 'How a message is written',
		text: 'Text becomes bytes by the charset; hexadecimal, escaped and base64 name the bytes themselves. The line end is appended to what you write.',
		next: 'No answer? Many protocols end a message with CR LF.',
	},
	checksum: {
		title: 'Checksum',
		text: 'A number made of the bytes of a message, by which the receiver finds errors. Sender and receiver must use the same kind and the same bytes.',
		next: 'TCP and UDP have one of their own: protocols on serial lines need this one.',
	},
	repeat: {
		title: 'Send again and again',
		text: 'Sends the same message at a pace, until it has been sent so often. Over TCP several of them may arrive in one recv.',
		next: 'Choose 0 ms to see messages stick together.',
	},
	rule: {
		title: 'Rule',
		text: 'When a message matches, its reply is sent after the delay, and the connection is kept, ended or reset. The first rule that matches answers; with states a rule holds only after others.',
		next: 'Try a message beside the rules before you start the server.',
	},
};
