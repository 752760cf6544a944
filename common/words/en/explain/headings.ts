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
		presets: 'Presets',
	},
};
