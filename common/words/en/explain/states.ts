/** The states of a TCP connection (RFC 9293, 3.3.2), as ss and netstat name them. */
export const states = {
	listen: {
		text: 'A server’s socket waits for connections. It never carries data itself.',
		next: '"wirebench owner" says which program it belongs to.',
	},
	synSent: {
		text: 'A client has sent SYN and waits for the answer. It stays here while a firewall drops the packets or nobody has the address.',
		next: 'connect() gives up after about two minutes; set a connect timeout.',
	},
	synReceived: {
		text: 'The server has answered SYN with SYN and ACK, and waits for the client’s ACK. The connection is not yet in the queue of accept().',
		next: 'Many of them at once are a sign of a SYN flood or of lost packets.',
	},
	established: {
		text: 'The handshake is complete and both sides can send. On a server that can be before any program has called accept().',
		next: 'A connection whose peer has vanished stays here until something is sent or keep-alive asks.',
	},
	finWait1: {
		text: 'This side has closed first and sent FIN; its ACK has not come yet. It lasts as long as the peer’s system does not answer.',
		next: 'If it stays, the network between has gone.',
	},
	finWait2: {
		text: 'The FIN of this side is acknowledged; the peer may still send, and has not closed. A half-closed connection stays here.',
		next: 'If it stays, the other program has forgotten to close.',
	},
	closeWait: {
		text: 'The peer has sent FIN and this program has not closed yet. It does not end by itself: many of them are a defect of this program.',
		next: 'When recv() returns empty bytes, close the socket.',
	},
	lastAck: {
		text: 'The peer had closed first, now this side has closed too and waits for the ACK of its FIN. Then the connection is gone, without TIME-WAIT on this side.',
		next: 'It is short; if it stays, the last packets were lost.',
	},
	closing: {
		text: 'Both sides have sent FIN at the same time, and the ACK is on its way. It is rare and short.',
		next: 'TIME-WAIT follows on both sides.',
	},
	timeWait: {
		text: 'The side that has closed first keeps the pair of addresses for a while (60 s on Linux), so that late packets cannot be taken for those of a new connection. It belongs to no process any more.',
		next: 'A server that must start again at once sets SO_REUSEADDR before bind().',
	},
	closed: {
		text: 'No connection: nothing is kept of it. RST leads here at once, without TIME-WAIT.',
		next: 'What was on its way is lost then.',
	},
};
