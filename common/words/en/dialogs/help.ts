/** The user guide in the window. */
export const help = {
	title: 'User guide',
	search: 'Search the guide',
	back: 'Back',
	none: 'Nothing has all of these words.',
	failed: 'The guide cannot be shown',
};
