/** What a blank endpoint of each kind does by itself, and what to try next; a proxy has a preset in its place. */
export const kinds = {
	'tcp-server': {
		text: 'A server as in a tutorial: socket, bind, listen, and an accept for each client. Without rules it reads what clients send and answers nothing, so a client that waits for an answer waits forever.',
		next: 'Start it, choose "Connect client" in its menu and send something; then add a rule that answers.',
	},
	'tcp-client': {
		text: 'A client: socket and connect, then it sends what you write at the bottom and shows what it receives. When nobody listens at the address, connect fails at once with ECONNREFUSED.',
		next: 'Connect it before its server has started, then after, and compare the calls of both attempts.',
	},
	udp: {
		text: 'A socket for datagrams: no connection, no order, no acknowledgement. Each send is one datagram, and each received one shows the address of its sender.',
		next: 'Send to a port where nobody is bound: sending still succeeds, and the error arrives later or never.',
	},
	'unix-server': {
		text: 'A server whose address is a path in the file system: only programs of this machine reach it, and permissions of the file decide which. Otherwise it is a stream like TCP.',
		next: 'Start it, then look at the file with "ls -l": its type is s.',
	},
	'unix-client': {
		text: 'A client of a path in the file system, as databases and container services have it. A path that nobody listens at fails with ECONNREFUSED, a missing one with ENOENT.',
		next: 'Connect it to a Unix server of yours, and stop the server while it is connected.',
	},
	'unix-datagram': {
		text: 'Datagrams between paths of this machine: none is lost or overtaken, and a full receiver makes the sender wait. A sender without a path of its own cannot be answered.',
		next: 'Start two with different paths, and let each send to the other.',
	},
};
