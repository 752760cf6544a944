/** The form of a new or a changed endpoint. */
export const form = {
	new: 'New endpoint',
	edit: 'Edit endpoint',
	editNamed: (name: string) => `Edit ${name}`,
	toGallery: 'Back to the gallery',
	gone: 'The endpoint is no longer there.',
	create: 'Create',
	createAndStart: 'Create and start',
	createAndConnect: 'Create and connect',
	saveAndStart: 'Save and start',
	saveAndConnect: 'Save and connect',
};
