/** `sequence` and `test`, and the steps of a test. */
export const testing = {
	sequence: {
		summary: 'run a test: connect, send, expect and end, step by step; passes or fails',
		description:
			'Connects and takes the steps in the order in which their options stand, for example --expect "Welcome!" --send Ann ' +
			'--expect "Hello, Ann~" --send exit --expect-end. Exit code 0: all have passed; 1: one has failed, and the difference is shown.',
		file: 'the test as JSON, as the workbench saves it',
		json: 'print one JSON object a step',
		twice: 'The steps are in the file or on the command line, not in both.',
		nothing: 'Give an address and steps, or a file: see "wirebench sequence --help".',
		noTest: (file: string) => `${file} holds no test: it is an object with name, client and steps.`,
		passed: (steps: string) => `passed: ${steps}`,
		stopped: 'stopped',
		noConnection: 'failed: no connection',
		failed: (step: number, of: number) => `failed at step ${step} of ${of}`,
	},
	steps: {
		send: 'send TEXT, with escapes as in "exit\\r\\n"',
		sendHex: 'send bytes in hexadecimal',
		sendTemplate:
			'send TEXT with escapes, which is a template, as in "n={{counter}} {{time iso}}" (see docs/templates.md)',
		expect: 'exactly these bytes come next, with escapes',
		expectHex: 'the same in hexadecimal',
		expectTemplate: 'the same as a template: its counters, time and random bytes are those of the last message sent',
		expectContains: 'the received data contains TEXT, with escapes',
		expectRegex: 'the received data matches a regular expression (RE2)',
		within: 'for the expectations that follow (default 2000)',
		expectEnd: 'the peer ends its sending side, and nothing comes before',
		wait: 'wait',
		end: 'end our sending side (FIN), and go on reading',
		close: 'close the connection',
		reset: 'reset the connection (RST)',
	},
	test: {
		summary: 'run the tests of a workspace file, or a test of its own file',
		description:
			'Runs tests one after the other and prints the result of each. FILE is a workspace file, or a single test as JSON. ' +
			'Endpoints of the workspace that a test needs are started for it. Exit code 0: all have passed; 1: one has failed, or ' +
			'not all have run; 2: the file is wrong, and nothing was started.',
		file: 'a workspace file, as in demo.wirebench.json, or a file with one test',
		only: 'only the tests with these names, as in read or modbus/read',
		all: 'all',
		junit: 'write a report as JUnit XML, which CI servers read',
		tap: 'print the results in the Test Anything Protocol',
		json: 'print one JSON object a test, with its steps',
		none: (file: string) => `${file} has no tests.`,
		unknown: (name: string, known: string) => `There is no test "${name}". There are: ${known}.`,
		connection: (test: string, connection: string) => `${test}, connection ${connection}`,
		stopped: (test: string) => `${test}: stopped`,
		/** `duration` with its unit. */
		took: (test: string, steps: string, duration: string) => `${test}: ${steps} (${duration})`,
		passed: (count: number) => `${count} passed`,
		failed: (count: number) => `${count} failed`,
		notRun: (count: number) => `${count} not run`,
		total: (tests: string, parts: readonly string[]) => `${tests}: ${parts.join(', ')}`,
	},
	/** At the start of a line. */
	ok: 'ok',
	failed: 'FAILED',
	stepCount: (count: number) => (count === 1 ? '1 step' : `${count} steps`),
	testCount: (count: number) => (count === 1 ? '1 test' : `${count} tests`),
	unfinished: 'Not run to its end: stopped.',
	step: (number: string, what: string) => `step ${number}: ${what}`,
	stepInRound: (number: string, round: number, what: string) => `step ${number}, time ${round}: ${what}`,
};
