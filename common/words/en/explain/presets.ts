/** What each preset shows, and what to try next. */
export const presets = {
	'timestamp-echo': {
		text: 'The loop of a first TCP server: accept a client, answer each recv() until it closes. Every client is served at the same time.',
		next: 'Start "Timestamp echo client", or connect with telnet; send twice quickly and see one answer for two messages.',
	},
	'timestamp-echo-client': {
		text: 'A client that connects, sends, waits and sends again, and ends when the server does. It shows a long connection with pauses.',
		next: 'Stop the server and look at who sends FIN first.',
	},
	'line-server': {
		text: 'Messages end with a line end: the server answers only when one has come. That is why a client that forgets "\\n" waits for ever.',
		next: 'Send without a line ending, wait, then send one.',
	},
	greeting: {
		text: 'The server speaks first, and closes first. TIME-WAIT stays on its side.',
		next: 'Connect from Python, and read until recv() returns b"".',
	},
	'one-shot': {
		text: 'One question, one answer, then the end. It shows how recv() reports the end by empty bytes.',
		next: 'Send more than one read takes, and look at what is answered.',
	},
	'upper-echo': {
		text: 'A server on 127.0.0.8: all of 127.0.0.0/8 is this machine, so one port can serve many servers.',
		next: 'Connect to 127.0.0.1:8080, and see it refused.',
	},
	'hello-server': {
		text: 'A greeting, delayed answers, and a word that ends the connection. Two messages within a second arrive as one read.',
		next: 'Send twice quickly, then choose the framing Lines and send again with line ends.',
	},
	'http-server': {
		text: 'HTTP is text over TCP: a request ends with an empty line, an answer has a head and a body. A browser opens several connections.',
		next: 'Open http://127.0.0.1:21578 in a browser, and look at what it asks for.',
	},
	'http-client': {
		text: 'What a browser sends, as four lines of text. With "Connection: close" the end of the connection is the end of the page.',
		next: 'Start "HTTP server" first; then leave out the empty line, and wait.',
	},
	'interactive-client': {
		text: 'A client in your hand: connect, type, send, read. Nothing is answered by itself.',
		next: 'Start "Timestamp echo" first; then end your side only, with "Half-close".',
	},
	'one-at-a-time': {
		text: 'An iterative server: while it serves one client, the next one is connected by the system and waits in the queue of accept(). It can even send; nobody reads yet.',
		next: 'Connect two clients, send from the second, then close the first.',
	},
	concurrent: {
		text: 'The same server, event driven: one thread waits for all sockets at once, as select() and epoll do. Nobody waits for others.',
		next: 'Compare the times of two clients with those of "One at a time".',
	},
	'half-close': {
		text: 'A client may end its sending side and still read: shutdown(SHUT_WR). The server answers half a second later, and the answer arrives.',
		next: 'Send "hello" and choose "Half-close" at once; then try the same with close().',
	},
	'write-to-closed': {
		text: 'The server writes to a client that has gone: the first write succeeds and is answered by RST, the next fails with EPIPE or ECONNRESET.',
		next: 'Connect, send, and close within a second.',
	},
	'receive-chunks': {
		text: 'TCP is a stream: the network joins and cuts what was sent. Framing makes messages of it, whatever the reads were.',
		next: 'Send three lines in one message, then one line in three, and look at Boundaries.',
	},
	'time-server': {
		text: 'The protocol of RFC 867: connect, read, done. The client sends nothing at all.',
		next: 'Read it with "nc 127.0.0.1 21572".',
	},
	'class-tcp': {
		text: 'What Python’s socketserver.TCPServer with an echo handler does, for each read.',
		next: 'Connect the tutorial’s client, and compare the calls.',
	},
	'key-value': {
		text: 'A protocol of lines with state: a script keeps values that all clients share.',
		next: 'Connect two clients: what one sets, the other gets. Change the script while it runs.',
	},
	chat: {
		text: 'A server that sends without being asked: a line of one client goes to all others. A client has to read and write at the same time for that.',
		next: 'Connect three clients, with names.',
	},
	'class-udp': {
		text: 'Datagrams have no connection: each is answered to its sender. Boundaries are kept: one sendto() is one recvfrom().',
		next: 'Send two quickly: they stay two, unlike with TCP.',
	},
	'class-unix-stream': {
		text: 'The same calls as TCP with a path in place of an address: for programs of one machine, with the rights of a file.',
		next: 'Connect with "nc -U /tmp/class-unix-stream.sock".',
	},
	'class-unix-datagram': {
		text: 'Datagrams within a machine: nothing is lost, a full queue makes the sender wait. A client must bind a path of its own to get an answer.',
		next: 'Send without binding, and see that nobody can answer.',
	},
	'udp-client': {
		text: 'Question and answer over UDP: an answer may never come, so each question has a timeout.',
		next: 'Start "Hello over UDP" first; then put a UDP proxy between that loses half of the datagrams.',
	},
	'udp-hello': {
		text: 'A server that greets whoever writes. It never learns when a client has gone.',
		next: 'Stop it while a client sends: only a connected socket hears ECONNREFUSED.',
	},
	'tcp-proxy': {
		text: 'A program between client and server: both believe to speak with the other, and every byte is shown. It can delay, limit, cut and change.',
		next: 'Point your own program at port 9001, and its server at 9000; then add the fault "latency".',
	},
	'udp-proxy': {
		text: 'The same for datagrams: loss, doubles and overtaking as a bad network makes them, at the rate that you choose.',
		next: 'Lose a third of the datagrams, and see whether your program asks again.',
	},
};
