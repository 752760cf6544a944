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
	notices: 'Notices',
	dismiss: 'Dismiss',
};
