import { localeOf } from '../../locale/locale.ts';

const { count, counted } = localeOf('en');

/** Lessons: their own texts are with them. */
export const lessons = {
	title: 'Lessons',
	command: 'Lessons…',
	intro: 'Each lesson is gone through with real sockets. A step is done when the traffic shows it.',
	open: (title: string) => `Lesson: ${title}`,
	all: 'All lessons',
	close: 'Close the lessons',
	minutes: (minutes: number) => `${count(minutes)} min`,
	done: (done: number, steps: number) => `${count(done)} of ${counted(steps, { one: 'step', other: 'steps' })} done`,
	finished: 'Finished',
	steps: 'Steps',
	step: (at: number, steps: number, title: string) => `Step ${count(at)} of ${count(steps)}: ${title}`,
	states: { done: 'done', current: 'now', waiting: 'later' },
	/** How many of the wanted events were found. */
	soFar: (found: number, wanted: number) => `${count(found)} of ${count(wanted)} so far`,
	soFarConnections: (found: number, wanted: number) => `${count(found)} of ${count(wanted)} connections so far`,
	offers: {
		preset: (name: string) => `Start ${name}`,
		filter: 'Filter the log',
		explain: 'Explain',
		views: {
			calls: 'Show the socket calls',
			socket: 'Show the socket',
			states: 'Show the TCP states',
			conversation: 'Show the conversation',
		},
	},
	noEndpoint: 'The endpoint of this lesson does not exist yet: a step before makes it.',
	program: { python: 'Your own program, in Python', shell: 'In a terminal' },
	/** How the program is run. */
	run: {
		python: 'Save it as lesson.py and run python3 lesson.py, or copy it with the command around it.',
		shell: 'Paste it into a terminal.',
	},
	copy: 'Copy',
	copyCommand: 'Copy as command',
	copied: 'Program copied',
	notCopied: 'The program was not copied',
	wrong: 'Not quite yet',
	unknownProgram: 'The system does not say which program this connection is from: any that is not of Wirebench counts.',
	failed: 'The traffic could not be looked through',
	end: 'What you have seen',
	restart: 'Start again',
	next: (title: string) => `Next: ${title}`,
};
