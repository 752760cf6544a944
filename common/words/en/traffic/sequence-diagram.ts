import { localeOf } from '../../locale/locale.ts';

const { count, counted, plural } = localeOf('en');

/** The traffic between parties as arrows. */
export const sequenceDiagram = {
	title: 'Sequence diagram',
	noConnection: {
		title: 'No connection yet',
		text: 'Start a server and open a client to it: what goes between them is drawn here, an arrow for each event.',
	},
	noMatch: {
		title: 'No connection matches',
		text: 'The first events that the filter lets through are of no connection.',
	},
	clearFilter: 'Clear the filter',
	nonePicked: { title: 'No connection is picked', action: 'Choose by itself', text: 'Pick at least one.' },
	nothing: { title: 'Nothing between these parties', text: 'New events appear here.' },
	peer: 'peer',
	peerOf: (connection: number) => `peer of #${connection}`,
	party: (endpoint: string, address: string) => `${endpoint}, ${address}`,
	loading: (row: number) => `row ${count(row)} …`,
	bytes: (length: number) => counted(length, { one: 'byte', other: 'bytes' }),
	picker: {
		label: 'Connections in the diagram',
		find: 'Find a connection',
		placeholder: 'Address, endpoint or #number',
		close: 'Close the list of connections',
		more: (connections: number) => `${count(connections)} more: write a part of an address.`,
		automatic: 'By selection and filter',
	},
	shown: (shown: number, all: number) =>
		`${count(shown)} of ${counted(all, { one: 'connection', other: 'connections' })}`,
	pick: 'Pick',
	unshown: (why: string) => `The sequence diagram cannot be shown: ${why}`,
	left: (parties: number, others: number) =>
		`${count(parties)} parties are shown; ${count(others)} more ${plural(others, { one: 'connection is', other: 'connections are' })} not. Pick which ones to see.`,
};
