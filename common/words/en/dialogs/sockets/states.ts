import { localeOf } from '../../../locale/locale.ts';

const { count } = localeOf('en');

/** The TCP states of a connection. Names of states, flags and calls stay as they are. */
export const tcpStates = {
	title: (connection: number) => `TCP states of connection #${connection}`,
	own: 'we',
	peer: 'peer',
	/** The picture for screen readers. */
	picture: (own: string, peer: string) => `TCP state diagram: our end is in ${own}, the peer’s in ${peer}.`,
	event: (n: number) => `Event ${count(n)}`,
	inferred: 'inferred',
	legend: 'Upright and solid: an event shows it. In italics or dashed: it follows from the protocol (RFC 9293).',
	goodbyes: {
		fin: 'Ended by one FIN after the other',
		'half-close': 'Half-close: data came after the first FIN',
		reset: 'Ended by a reset (RST)',
		both: 'Both ended at once: the FINs have probably crossed',
	},
	none: { title: 'No connection', text: 'Select a connection, or an event of one, to see the states of its two ends.' },
	notTcp: { title: 'No TCP states', text: 'Only TCP connections have them: this one is over UDP or a Unix socket.' },
	failed: (why: string) => `The states could not be read: ${why}`,
	unread: 'The selected connection could not be found',
};
