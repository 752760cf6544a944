/** The controls that all parts of the page are made of. */
export const ui = {
	cancel: 'Cancel',
	close: 'Close',
	delete: 'Delete',
	dismiss: 'Dismiss',
	explain: 'Explain this',
	export: 'Export',
	help: 'User guide',
	notExplained: 'The explanations could not be loaded',
	open: 'Open',
	path: 'Path',
	save: 'Save',
	search: 'Search',
	start: 'Start',
	stop: 'Stop',
	undo: 'Undo',
	/** How bytes are written in a field. */
	formats: { text: 'text', hex: 'hex', escaped: 'escaped', base64: 'base64' },
	writtenAs: (field: string) => `${field}: written as`,
	template: {
		tip: 'Template: fill in {{var NAME}}, {{counter}} and others',
		label: (field: string) => `${field}: template`,
	},
};
