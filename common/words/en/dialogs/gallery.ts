/** Everything that can be created. */
export const gallery = {
	search: 'Search: echo, udp, client… or paste a command line of curl, nc or socat',
	/** `name`: what was typed in the form; empty: nothing yet. */
	unfinished: (name: string) => `${name === '' ? 'A form' : name} was left unfinished.`,
	goOn: 'Continue with it',
	list: 'Kinds and presets',
	found: 'Found',
	/** After the keys. */
	opens: 'opens its form,',
	starts: 'starts it as it is,',
	shows: 'shows it as a program.',
	code: 'Code',
	codeTip: 'Show it as a program (Alt Enter)',
	none: 'Nothing has all of these words.',
	unavailable: (why: string) => `Unavailable: ${why}`,
	startTip: 'Start it as it is (Ctrl Enter)',
	lessons: {
		title: 'Lessons',
		intro: 'New to sockets? Twelve lessons, step by step.',
		open: 'Open the lessons',
		notRead: 'The lessons were not read',
		one: (title: string) => `Lesson: ${title}`,
	},
	command: {
		/** In place of the name of a file. */
		source: 'The command line',
		label: 'Made of the command line',
		made: 'What is made',
		/** Before its name. */
		endpoint: (kind: string) => `${kind}:`,
		payload: 'Saved payload:',
		create: 'Create from the command line',
		nothing: 'Nothing can be made of it.',
	},
};
