/** The command that explains what a program or a tutorial names. */
export const explaining = {
	summary: 'explain a call, a state, an error, an option, an address, a framing, an event or a preset',
	description:
		'Says in two sentences what it is, and what to do next. A name is written as programs do: "recv", "TIME_WAIT", ' +
		'"EADDRINUSE" or its number on this system, "SO_REUSEADDR", "0.0.0.0", "line-server". Without a name: lists all.',
	name: 'what to explain',
	/** What stands in the place of an address that nobody named. */
	someAddress: 'the address',
	unknown: (name: string) => `Nothing of the name "${name}" can be explained.`,
	near: (name: string) => `Did you mean ${name}? "wirebench explain" lists everything.`,
	all: '"wirebench explain" lists everything.',
	/** The command that prints lessons; they are gone through in the window. */
	lessons: {
		summary: 'list the lessons, or print one with its programs',
		description:
			'Lessons are gone through in the window, beside the traffic ("wirebench serve"): a step is done when a captured event shows it. ' +
			'Prints their names and titles; with a name, the steps of that lesson.',
		id: 'name of a lesson',
		unknown: (id: string) => `No lesson is named "${id}".`,
		near: (id: string) => `Did you mean ${id}? "wirebench lessons" lists all.`,
		all: '"wirebench lessons" lists all.',
	},
};
