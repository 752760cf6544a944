/** Steps of a test. */
export const steps = {
	send: {
		title: 'Send',
		text: 'Sends these bytes on the connection, as sendall does. With a template its values are filled in when the step runs.',
		next: 'Let a step that expects the answer follow.',
	},
	'send-fields': {
		title: 'Send fields',
		text: 'Sends a message of a known protocol, put together from its fields; lengths and checksums are computed.',
		next: 'Look at its bytes in the log to see how the fields lie in it.',
	},
	expect: {
		title: 'Expect',
		text: 'Waits until what is received matches, or fails when the time is over or something else has arrived. Exact bytes are compared as they arrive, however reads cut them.',
		next: 'Save a part of the answer as a variable, and send it back later.',
	},
	'expect-end': {
		title: 'Expect the end',
		text: 'Waits for the FIN of the peer: recv would return no bytes. Bytes before it make the step fail.',
		next: 'A server that never closes needs "close" in its place.',
	},
	wait: {
		title: 'Wait',
		text: 'Does nothing for this time. What arrives meanwhile is kept for the next steps.',
		next: 'Prefer to expect something: a wait is either too long or too short.',
	},
	end: {
		title: 'End',
		text: 'Ends the direction of sending: shutdown(SHUT_WR), a FIN. The answer can still be received.',
		next: 'Expect the answer after it: some servers answer only then.',
	},
	close: {
		title: 'Close',
		text: 'Closes the connection in both directions. Unread bytes turn its FIN into an RST.',
		next: 'Expect what is still to come before you close.',
	},
	reset: {
		title: 'Reset',
		text: 'Ends the connection with RST: the peer gets ECONNRESET. It shows how a server copes with a client that is gone.',
		next: 'Connect again in the next step, and see that the server still answers.',
	},
	open: {
		title: 'Connect',
		text: 'Opens a connection of the test, or opens it again after it was closed. Without this step it opens with the first one that uses it.',
		next: 'Open two of them to test whether clients are served at the same time.',
	},
	accept: {
		title: 'Accept',
		text: 'Waits until a client connects to the server of the test. The test then talks to that client.',
		next: 'Start your own program while the step waits.',
	},
	branch: {
		title: 'Branch',
		text: 'Receives once, and goes on with the steps of the first case that matches; otherwise with the last ones.',
		next: 'Use it where a server may answer in one of several ways.',
	},
	repeat: {
		title: 'Loop',
		text: 'Does its steps several times, or until an expectation matches.',
		next: 'The variable of the round makes each message another one.',
	},
	leave: {
		title: 'Leave the loop',
		text: 'Goes on after the loop that it stands in.',
		next: 'Put it into a case of a branch.',
	},
};
