import { OPTION_NAMES } from '../../../../contract/base/option-names.ts';
import { localeOf } from '../../../locale/locale.ts';

const { counted } = localeOf('en');

/** Dialogs that change a part of an endpoint, also while it runs. */
export const dialogs = {
	answers: {
		rules: 'Rules',
		rulesOf: (name: string) => `Rules of ${name}`,
		label: 'What it answers',
		discard: 'Discard changes',
		use: 'Use these answers',
		inUse: 'These answers are in use.',
		whenStarted: 'These answers are used when it is started.',
		changedInUse: 'Changed: the answers before are still in use.',
		changed: 'Changed, not saved yet.',
	},
	faults: {
		title: 'Faults',
		of: (name: string) => `Faults of ${name}`,
		ofConnection: (number: number, name: string) => `Faults of #${number} of ${name}`,
		connectionClosed: 'The connection is closed.',
		proxyGone: 'The proxy is no longer there.',
		asProxy: 'As the proxy again',
		allOff: 'All off',
		apply: 'Apply faults',
		noneApplied: 'No fault has been applied to an open connection yet.',
		applied: 'Applied',
		appliedTo: 'Applied to open connections',
		fault: 'Fault',
	},
	framing: {
		title: 'Messages',
		of: (name: string) => `Messages of ${name}`,
		use: 'Use this framing',
	},
	tryFraming: {
		title: 'Try a framing',
		what: 'What if this were the framing?',
		endpoint: 'Endpoint',
		noStream: 'No endpoint has a stream. Choose “Try a framing…” in the menu of a row of the log.',
		result: 'Messages with this framing',
		counting: (messages: number) => `${counted(messages, { one: 'message', other: 'messages' })} so far…`,
		messages: (messages: number) =>
			messages === 0
				? 'No message: no data of this endpoint is in the capture, or none has its end yet.'
				: `${counted(messages, { one: 'message', other: 'messages' })}, the first of them:`,
		use: (endpoint: string) => `Use for ${endpoint}`,
		show: 'Show in the log',
		stop: 'Stop trying',
	},
	options: {
		title: 'Options',
		of: (name: string) => `Options of ${name}`,
		apply: 'Apply',
		applyNow: 'Apply now',
		inForce: 'In force',
		names: { ...OPTION_NAMES, datagramCalls: 'datagrams' },
		/** The values that the host writes. */
		values: {
			fixed: {
				on: 'on',
				off: 'off',
				none: 'none',
				'the system chooses': 'the system chooses',
				'one by one': 'one by one',
				'recvmmsg by a thread, sendmmsg': 'recvmmsg by a thread, sendmmsg',
			},
			numbers: {
				bytes: (number: string) => `${number} bytes`,
				ms: (number: string) => `${number} ms`,
				afterMs: (number: string) => `after ${number} ms`,
				usual: (number: string) => `${number} (as a rule)`,
			},
		},
		/** How the value is known. */
		sources: {
			read: 'read back now',
			set: 'set; cannot be read back',
			system: 'not set',
		},
		refused: (why: string) => `refused: ${why}`,
	},
};
