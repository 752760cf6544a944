import { localeOf } from '../../../locale/locale.ts';

const { count } = localeOf('en');

/** What the system reports about a socket. Names of its calls, files and states stay as they are. */
export const kernelView = {
	title: (connection: number) => `Connection #${connection}: what the kernel reports`,
	ofEndpoint: (name: string) => `${name}: what the kernel reports`,
	/** @param source what the facts are read with, as in `ss` */
	from: (source: string) => `Read with ${source}, once a second.`,
	program: 'Program at the other end',
	programNamed: (name: string, pid: number) => `${name} (pid ${pid})`,
	programPid: (pid: number) => `a process (pid ${pid})`,
	thisWirebench: (pid: number, connection: number) => `this Wirebench (pid ${pid}): connection #${connection}`,
	state: 'State',
	congestion: 'Congestion control',
	reach: 'Who can reach it',
	listener: 'Listener',
	datagram: 'UDP socket',
	/** How the datagrams of a socket are read and sent. */
	datagramCalls: { many: 'datagrams by recvmmsg and sendmmsg', single: 'datagrams one by one' },
	fact: 'Fact',
	value: 'Value',
	meaning: 'Meaning',
	table: 'Facts of the kernel',
	fills: {
		sendBuffer: 'Send buffer',
		receiveBuffer: 'Receive buffer',
		acceptQueue: 'Accept queue',
	},
	/** A bar. @param used and `limit`: written numbers */
	ofBytes: (used: string, limit: string) => `${used} of ${limit} bytes`,
	ofConnections: (used: string, limit: string) => `${used} of ${limit} connections`,
	segments: (number: string) => `${number} segments`,
	roundTrip: 'Round trip time',
	queues: 'Queues',
	/** A graph for screen readers. */
	graph: (title: string, values: string, seconds: number) =>
		`${title} over the last ${count(seconds)} s. Now: ${values}.`,
	atMost: (value: string) => `at most ${value}`,
	lastSeconds: (seconds: number) => `last ${count(seconds)} s`,
	facts: {
		sendQueue: { name: 'Send queue', text: 'Sent by the program and not acknowledged by the peer.' },
		unsent: { name: 'Not sent yet', text: 'The part of the send queue that waits for the window to open.' },
		receiveQueue: { name: 'Receive queue', text: 'Received and not read by the program.' },
		sendBufferUsed: { name: 'Send buffer used', text: 'Memory of the send queue, with the system’s overhead.' },
		sendBuffer: { name: 'Send buffer', text: 'Its limit (SO_SNDBUF). When it is full, send blocks or returns EAGAIN.' },
		receiveBufferUsed: {
			name: 'Receive buffer used',
			text: 'Memory of the receive queue, with the system’s overhead.',
		},
		receiveBuffer: {
			name: 'Receive buffer',
			text: 'Its limit (SO_RCVBUF). When it is full, TCP stops the sender, and UDP discards datagrams.',
		},
		acceptQueue: { name: 'Accept queue', text: 'Complete connections that wait for accept.' },
		acceptLimit: {
			name: 'Limit of the accept queue',
			text: 'The backlog of listen, at most SOMAXCONN of the system. Beyond it, clients wait or are refused.',
		},
		drops: { name: 'Discarded datagrams', text: 'They found the receive buffer full. Nobody is notified.' },
		rtt: { name: 'Round trip time', text: 'Smoothed: from sending a segment to its acknowledgement.' },
		rttVar: { name: 'Its deviation', text: 'How much the round trip time varies.' },
		minRtt: { name: 'Smallest round trip time', text: 'The network’s own delay, without queues.' },
		rto: { name: 'Retransmission timeout', text: 'Without an acknowledgement for this long, a segment is sent again.' },
		retransmits: { name: 'Attempts now', text: 'How often the first unacknowledged segment was sent again.' },
		retransmitted: { name: 'Sent again', text: 'All segments that were sent again since the connection was opened.' },
		lost: { name: 'Believed lost', text: 'Segments that are sent and that the system believes lost.' },
		inFlight: { name: 'In flight', text: 'Segments that are sent and not acknowledged.' },
		cwnd: {
			name: 'Congestion window',
			text: 'How many segments may be in flight before the network is believed full.',
		},
		cwndBytes: {
			name: 'Congestion window',
			text: 'How many bytes may be in flight before the network is believed full.',
		},
		ssthresh: { name: 'Slow start threshold', text: 'Above it the congestion window grows slowly.' },
		ssthreshBytes: { name: 'Slow start threshold', text: 'Above it the congestion window grows slowly.' },
		mss: { name: 'Segment size (MSS)', text: 'Most bytes of data in one segment that we send.' },
		receiveMss: { name: 'Received segment size', text: 'The same of the peer, as the system estimates it.' },
		pathMtu: { name: 'Path MTU', text: 'Largest packet on the way to the peer, with headers.' },
		sendWindow: { name: 'Send window', text: 'What the peer permits us to send. 0: it does not read.' },
		receiveWindow: { name: 'Receive window', text: 'What we permit the peer to send.' },
		deliveryRate: { name: 'Delivery rate', text: 'How fast the peer has acknowledged data lately.' },
		lastSent: { name: 'Last data sent', text: 'Time since then.' },
		lastReceived: { name: 'Last data received', text: 'Time since then.' },
		segmentsOut: { name: 'Segments sent', text: 'All of them, without data too.' },
		segmentsIn: { name: 'Segments received', text: 'All of them, without data too.' },
	},
	none: {
		title: 'No socket',
		text: 'Select an open connection, or an endpoint that listens, to see what the kernel reports about its socket.',
	},
	closed: (connection: number) => `Connection #${connection} is closed: the kernel has no socket of it any more.`,
	stored: 'A stored capture has no sockets: the kernel reports only open ones.',
	failed: (why: string) => `The kernel’s facts could not be read: ${why}`,
};
