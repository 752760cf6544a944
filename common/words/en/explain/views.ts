/** Switches between views, and fields that find something. */
export const views = {
	centre: {
		title: 'Log, conversation, diagram, socket, statistics',
		text: 'Five views of the same events. The log has a row for each; the others show a connection as a conversation, as arrows between its ends, as the socket calls and states of a program, or count everything.',
		next: 'Select a connection, then look at it in each view.',
	},
	listing: {
		title: 'Messages or reads',
		text: 'A read is what one call returned, in whatever pieces the stream arrived. A message is what the framing of the endpoint makes of the reads; without framing there is nothing to choose.',
		next: 'Compare both: messages that stick together are one read.',
	},
	payload: {
		title: 'Bytes, text, decoded, calls',
		text: 'The same event in four ways: its bytes, the text that they are in a charset, the fields of a known protocol, and the socket calls of its connection. Only the bytes were on the wire; the rest are readings of them.',
		next: 'When a text looks wrong, look at its bytes.',
	},
	timeline: {
		title: 'Height of the timeline',
		text: 'How high the bars are: by the bytes or by the events of each moment. Many small messages show in the events, a large transfer in the bytes.',
		next: 'Turn the wheel over the bars to zoom in.',
	},
	conversation: {
		title: 'Views of a conversation',
		text: 'Dialogue shows who sent what, in order. Boundaries puts what was read beside the messages of the framing; the third view separates the header of each message from its body. Beside it you choose whose bytes are shown, and how they are written.',
		next: 'Use Boundaries when messages stick together.',
	},
	calls: {
		title: 'Language and mode of the calls',
		text: 'The same calls as a program in Python or C writes them. A blocking program waits in its call; a non-blocking one gets EAGAIN and asks select or epoll when to try again.',
		next: 'Switch to non-blocking and look for EAGAIN.',
	},
	socket: {
		title: 'Calls, states, kernel',
		text: 'Calls: what a program would have called. States: where the connection is in the diagram of TCP. Kernel: what the system reports about the socket now, which only a live socket has.',
		next: 'Close one side and watch the states.',
	},
	statistics: {
		title: 'Form of the statistics',
		text: 'A table of sums for each endpoint, connection or other group, or a plot of a figure over time. Both count the events that the filter finds.',
		next: 'Filter the log first: only what matters is counted.',
	},
	find: {
		title: 'Find in bytes',
		text: 'Looks for a text or for bytes in hexadecimal. A text becomes bytes in the charset that is shown: the same word is other bytes in another charset.',
		next: 'Search for 0d 0a to see where lines end.',
	},
	jump: {
		title: 'Find and go to',
		text: 'Find moves to the next event that has a text or matches a filter; Go to moves to a time or to the number of an event. Nothing is hidden, unlike with a filter.',
		next: 'Write +5s to go five seconds ahead.',
	},
	list: {
		title: 'Search in a list',
		text: 'Keeps the entries that contain every word, wherever it is: in names, addresses and ports. Nothing is deleted; an empty field shows all.',
		next: 'Write part of a name or a port.',
	},
	note: {
		title: 'Note',
		text: 'What you want to remember about an event. It is stored with the capture and changes none of its bytes.',
		next: 'The filter note:* finds every event with a note.',
	},
	to: {
		title: 'To',
		text: 'Where the message goes: through which endpoint, and to which of its connections. A UDP socket can also send to an address that you write.',
		next: 'Select a connection on the left: it becomes the destination.',
	},
};
