import { inspector } from '../inspector.ts';

const { explained } = inspector;

/** The events of a capture, and what to do about them. */
export const events = {
	listening: {
		text: explained.listening,
		next: 'Connect a client: the context menu of the endpoint has "Copy address".',
	},
	open: { text: explained.open, next: 'Send something, and look at both sides under Conversation.' },
	data: {
		text: 'One read or one send of the socket, not one message: TCP joins and splits what was sent.',
		next: 'Decoded shows its fields, Boundaries how reads and messages differ.',
	},
	endIn: {
		text: explained.endIn,
		next: 'Answer what is still to be answered, then close: until then the connection is half open.',
	},
	endOut: {
		text: explained.endOut,
		next: 'Read on until the peer ends too, then close: its answer may still be on the way.',
	},
	close: { text: explained.close, next: 'The side that has closed first keeps TIME-WAIT for a while (60 s on Linux).' },
	resetIn: {
		text: explained.resetIn,
		next: 'Look at the events just before: a close with unread bytes, a write to a closed peer, or a program that crashed.',
	},
	resetOut: {
		text: explained.resetOut,
		next: 'It happens when we close with bytes unread, and with the option "Closing resets connections".',
	},
	error: { text: explained.error, next: 'Its text names the cause and the next step.' },
	note: { text: explained.note, next: 'It says where something was cut, lost or changed by a fault.' },
};
