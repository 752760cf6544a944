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
	commandsTip: 'All commands (Ctrl K)',
	keys: 'Keyboard help',
	keysTip: 'Keyboard help (F1)',
	notices: 'Notices',
	dismiss: 'Dismiss',
};
