import { localeOf } from '../../locale/locale.ts';

const { count } = localeOf('en');

/** A recorded conversation, made a test, a mock server or a replay. */
export const recording = {
	title: (connection: number) => `Make connection #${connection} runnable`,
	close: 'Close',
	cancel: 'Cancel',
	impossible: 'It cannot be made runnable',
	reading: 'Reading the conversation…',
	noData: {
		title: 'Nobody has sent anything yet',
		text: 'A test, a mock server or a replay needs at least one message. Open this again once one was sent.',
	},
	form: 'What it becomes',
	becomes: 'Becomes',
	uses: { test: 'Test', mock: 'Mock server', replay: 'Replay' },
	side: 'Side',
	sides: { client: 'Client', server: 'Server' },
	name: 'Name',
	noName: 'Give a name.',
	connectsTo: 'Connects to',
	listensOn: 'Listens on',
	verify: 'Verify the server’s certificate',
	rhythm: 'Original rhythm',
	ignoreVarying: 'Do not compare parts that probably differ each time',
	goesOn: 'It goes on when this window is closed, and can be stopped here.',
	run: 'Replay',
	stop: 'Stop',
	turns: 'Turns',
	varying: {
		none: 'No part seems to vary: dates, ids, lengths, checksums or counters. All stays as recorded.',
		title: 'Parts that probably differ the next time',
		count: (vary: number, all: number) => `${count(vary)} of ${count(all)} vary; the others stay as recorded.`,
		all: 'All vary',
		noneVaries: 'None varies',
		more: (more: number) => `${count(more)} more are not listed; the buttons above include them.`,
		recorded: 'Recorded',
		sent: 'Sent',
		expected: 'Expected',
	},
	leavesOut: (name: string) => `${name} leaves something out`,
	testsUnlisted: 'The tests could not be listed',
	badServer:
		'Write an address and a port, as in 127.0.0.1:8080 or [::1]:8080, or the path of a Unix socket. Port 0: the system chooses.',
	badClient:
		'Write an address and a port, as in 127.0.0.1:8080 or [::1]:8080, or the path of a Unix socket. The port is from 1 to 65535.',
	notUpdated: 'The replays are no longer updated',
	notStopped: 'The replay was not stopped',
	make: { test: 'Make the test', mock: 'Make the mock server', replay: 'Replay' },
	help: {
		mock: 'A server that answers each request as the recorded one did. It is created stopped.',
		test: {
			client: 'It sends what the client sent, and expects what the server sent.',
			server: 'It sends what the server sent, and expects what the client sent.',
		},
		replay: {
			client: 'It sends what the client sent, each message in its turn, and compares what the server sends.',
			server: 'It sends what the server sent, each message in its turn, and compares what the client sends.',
		},
	},
	state: {
		connecting: 'Connecting…',
		starting: 'Starting to listen…',
		waiting: (place: string) => `Waiting for a client on ${place}…`,
		turn: (turn: number, turns: number) => `Turn ${turn} of ${turns}…`,
		stopped: 'Stopped',
		failed: 'Failed',
		same: 'The same as recorded',
		different: 'Different from the recording',
	},
};
