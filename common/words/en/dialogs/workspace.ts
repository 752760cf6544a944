import { localeOf } from '../../locale/locale.ts';
import { secretNames } from './secret-names.ts';

const { counted, plural } = localeOf('en');

/** Dialogs about the workspace and its file. */
export const workspace = {
	path: {
		open: {
			title: 'Open a workspace',
			button: 'Open',
			hint: 'A file whose name ends with .wirebench.json, on the machine that Wirebench runs on.',
		},
		'take-parts': {
			title: 'Take parts of another workspace in',
			button: 'Next',
			hint: 'A file whose name ends with .wirebench.json, on the machine that Wirebench runs on.',
		},
		'save-as': {
			title: 'Save the workspace as',
			button: 'Save',
			hint: 'On the machine that Wirebench runs on. The end .wirebench.json is added where it is missing.',
		},
		replace: 'Replace the file',
	},
	dropped: {
		title: (file: string) => `What shall become of ${file}?`,
		body: 'Opened, it takes the place of this workspace, which is saved. Or parts of it come into this one.',
		take: 'Take parts in…',
		failed: (file: string) => `${file} could not be opened`,
	},
	leave: {
		title: 'Stop what runs?',
		body: (names: string, count: number) =>
			`Another workspace takes the place of this one. It is saved, and ${names} ${plural(count, { one: 'is', other: 'are' })} stopped.`,
		button: 'Stop and open',
		failed: 'The workspace was not opened',
	},
	folder: {
		title: 'Folder',
		name: 'Name',
		hint: 'Empty: the endpoint is listed by its role.',
		move: 'Move',
	},
	environment: {
		title: 'Allow environment variables?',
		body: (title: string) =>
			`The workspace ${title} uses variables of this machine’s environment, and sends their values. Allow that only if you trust the file.`,
		table: 'Environment variables',
		variable: 'Variable',
		by: 'Used by',
		to: 'Sent to',
		kept: 'The answer is kept on this machine. It is asked again when the file names another variable or destination.',
		allow: 'Allow for this file',
	},
	parts: {
		kinds: {
			endpoints: 'Endpoints',
			payloads: 'Payloads',
			variables: 'Variables',
			tests: 'Tests',
			filters: 'Filters',
			colours: 'Colour rules',
			structures: 'Structures',
		},
		all: 'All',
		none: 'None',
		/** The kind is one of `kinds`. */
		allOf: (kind: string) => `All of the ${kind.toLowerCase()}`,
		noneOf: (kind: string) => `None of the ${kind.toLowerCase()}`,
		steps: (count: number) => counted(count, { one: 'step', other: 'steps' }),
		clashOf: (part: string) => `What becomes of ${part}`,
		keepBoth: 'Keep both',
		replace: (name: string) => `Replace ${name}`,
		same: 'It is here already, the same.',
		sameId: (name: string) => `${name} here has its id.`,
		otherValue: 'A variable of this name has another value here.',
		sameName: 'There is another of this name here.',
	},
	exportParts: {
		title: 'Export parts of the workspace',
		form: 'Parts of the workspace',
		empty: 'The workspace is empty',
		emptyWhy: 'It has no endpoints, payloads, variables, tests, filters or colour rules: there is nothing to export.',
		body: 'They become a workspace file of their own, without passwords, passphrases and keys.',
		/** Proposed name, without what all workspace files end with. */
		fileName: (title: string) => `${title} parts`,
		choosePlace: 'Export…',
	},
	takeParts: {
		title: (title: string) => `Take parts of ${title}`,
		form: 'Parts of a workspace',
		empty: 'The file has no parts',
		emptyWhy: 'It has no endpoints, payloads, variables, tests, filters or colour rules: there is nothing to take in.',
		body: 'They come behind what is here, endpoints stopped. One undo takes all of it back.',
		button: 'Take in',
		buttonOf: (count: number) => `Take in ${count}`,
	},
	secrets: {
		title: 'Missing secrets',
		body: 'The file has no secrets. What you type is kept on this machine alone; an empty field stays missing.',
		field: (owner: string, what: string) => `${owner}: ${what}`,
		ofTest: (test: string, connection: string) => `Test ${test}, connection ${connection}`,
		/** By the place in the config. */
		what: secretNames,
		environment: (variable: string) => `Or set the environment variable ${variable} and start Wirebench again.`,
		keep: 'Keep them',
	},
	variables: {
		title: 'Variables',
		/** Around the two templates that name a variable, and one of the environment. */
		body: {
			before: 'Templates of messages, replies and tests name them: ',
			between: '. They are in the workspace file: a secret belongs into the environment, as ',
			after: '.',
		},
		name: (number: number) => `Name ${number}`,
		value: (number: number) => `Value ${number}`,
		remove: (name: string) => `Remove ${name}`,
		removeUnnamed: (number: number) => `Remove variable ${number}`,
		add: 'Add a variable',
		usedBy: (names: string) => `Used by ${names}`,
		twice: (name: string) => `The name ${name} is used twice.`,
		tooLong: (most: string) => `A value has at most ${most} characters.`,
	},
};
