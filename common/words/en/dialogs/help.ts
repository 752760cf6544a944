/** The user guide in the window. */
export const help = {
	title: 'User guide',
	explanations: 'Explanations',
	/** What the help consists of. */
	documents: 'Kind of help',
	search: 'Search the guide',
	searchExplanations: 'Search the explanations',
	back: 'Back',
	none: 'Nothing has all of these words.',
	failed: 'The guide cannot be shown',
};
