/** The headings of explanations. */
export const headings = {
	title: 'Explanations',
	about: 'What tutorials, programs and this window name, in two sentences each, and what to do next.',
	next: (what: string) => `Next: ${what}`,
	groups: {
		calls: 'Calls of the socket API',
		states: 'States of a TCP connection',
		errors: 'Errors of the system',
		options: 'Socket options',
		addresses: 'Addresses',
		framings: 'Framings',
		events: 'Events of a capture',
		faults: 'Faults of a proxy',
		fields: 'Fields of forms',
		steps: 'Steps of a test',
		kinds: 'Kinds of endpoints',
		presets: 'Presets',
	},
	/** The ends of a picture, and a segment that does not arrive. */
	ends: {
		client: 'client',
		server: 'server',
		sender: 'sender',
		receiver: 'receiver',
		first: 'closes first',
		second: 'the other end',
		machine: 'the other machine',
		elsewhere: 'another machine',
	},
	lost: 'lost',
	picture: 'Picture, in the order of time',
};
