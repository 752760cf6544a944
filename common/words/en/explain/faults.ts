/** What each fault of a proxy does to passing data. */
export const faults = {
	latency: {
		title: 'Latency',
		text: 'Everything arrives later by this time, and by a random part more or less. Nothing is lost and the order stays.',
		next: 'See what your program does while it waits: does it block?',
	},
	bandwidth: {
		title: 'Bandwidth',
		text: 'At most so many bytes pass in a second; the rest waits. When all buffers are full, the send of your program blocks.',
		next: 'Send a megabyte, and watch send take only a part at once.',
	},
	slicer: {
		title: 'Slices',
		text: 'Cuts the stream into small pieces with pauses between. A program that believes that one recv returns one message fails.',
		next: 'Set it to 1 byte: a correct reader does not notice.',
	},
	corrupt: {
		title: 'Corrupt',
		text: 'Flips single bits, which real networks almost never let pass: TCP and UDP have a checksum. It tests how your program treats invalid input.',
		next: 'Add a checksum to your own protocol, and see it found.',
	},
	drop: {
		title: 'Drop',
		text: 'A part of the datagrams never arrives, and the sender is not notified. Whoever needs an answer must wait with a time limit and send again.',
		next: 'Set 30 % and count the repeats.',
	},
	duplicate: {
		title: 'Duplicate',
		text: 'A datagram arrives twice. A program that adds or pays on each one does so twice.',
		next: 'Give each request a number, and answer a known one without doing it again.',
	},
	reorder: {
		title: 'Reorder',
		text: 'A datagram arrives after later ones. UDP promises no order, TCP does.',
		next: 'Give messages numbers, and sort or discard by them.',
	},
	slowClose: {
		title: 'Slow close',
		text: 'The FIN arrives later than the last byte. A program that reads until the end waits that long, though it has everything.',
		next: 'Let your protocol say where a message ends.',
	},
	halfOpen: {
		title: 'Half open',
		text: 'After some bytes nothing passes any more, and nobody is notified: as when a cable is pulled or a machine has died. Reads wait forever without a time limit.',
		next: 'Set a time limit, or SO_KEEPALIVE, and see when it is noticed.',
	},
	timeout: {
		title: 'Timeout',
		text: 'Nothing passes, and the connection is closed after this time. The client is connected and receives no answer.',
		next: 'A time limit for recv of less than this one ends the wait earlier.',
	},
	reset: {
		title: 'Reset',
		text: 'Ends the connection with RST in place of FIN. recv fails with ECONNRESET, and bytes that were not read yet may be lost.',
		next: 'See that your server goes on with its other clients.',
	},
	limitData: {
		title: 'Limit',
		text: 'Closes the connection after so many bytes, also in the middle of a message. recv returns no bytes while your program waits for the rest.',
		next: 'Treat an early end as an error, not as an empty message.',
	},
	closeAfter: {
		title: 'Close',
		text: 'Closes the connection after a time, whatever is going on. Long connections meet this in firewalls and load balancers.',
		next: 'Let the client connect again, and see whether anything was lost between.',
	},
};
