/** The names of changes that can be undone: in the page, and in the menu of the desktop application. */
export const workspaceChanges = {
	what: {
		add: (name: string) => `Add ${name}`,
		remove: (name: string) => `Remove ${name}`,
		edit: (name: string) => `Edit ${name}`,
		move: (name: string) => `Move ${name}`,
		several: (count: string) => `Change ${count} endpoints`,
		part: (part: string) => `Edit ${part}`,
	},
	/** The parts of a workspace that are not its endpoints. */
	parts: {
		name: 'name',
		payloads: 'payloads',
		variables: 'variables',
		tests: 'tests',
		filters: 'filters',
		colours: 'colours',
		structures: 'structures',
		layout: 'layout',
	},
};
