/** The top bar, notices and what is around the panes. */
export const shell = {
	connecting: 'Connecting to the host…',
	theme: { label: 'Theme', light: 'Light', dark: 'Dark', system: 'As the system' },
	language: {
		label: 'Language',
		system: 'As the system',
		failed: 'The language was not loaded',
	},
	commands: 'Commands',
	keys: 'Keyboard help',
	help: 'User guide',
	settings: 'Settings',
	/** What a button does, and its key. */
	withKey: (what: string, key: string) => `${what} (${key})`,
	/** The connection to the host is lost. */
	lost: { title: 'Reconnecting…', state: 'Showing its last known state.' },
	feeds: {
		stopped: 'The host stopped telling of its state',
		unknownHost: 'The host did not say what it is',
		unknownView: 'What the window showed before is not known',
	},
	pane: {
		failed: {
			endpoints: 'The endpoints pane failed',
			inspector: 'The inspector pane failed',
			composer: 'The composer pane failed',
			timeline: 'The timeline pane failed',
			log: 'The log pane failed',
			conversation: 'The conversation pane failed',
			sequence: 'The sequence pane failed',
			socket: 'The socket pane failed',
			statistics: 'The statistics pane failed',
			lessons: 'The lessons pane failed',
		},
		again: 'Show it again',
	},
	/** The choice of what the centre shows. */
	centre: {
		label: 'View of the traffic',
		log: 'Log',
		conversation: 'Conversation',
		sequence: 'Sequence diagram',
		socket: 'Socket',
		statistics: 'Statistics',
	},
	noClipboard: 'The browser does not let this page use the clipboard.',
	notices: 'Notices',
	dismiss: 'Dismiss',
};
