/** What can be done with an endpoint, in menus and in the list of all commands. */
export const endpointCommands = {
	connectClient: 'Connect a client',
	proxy: 'Proxy in front…',
	copyAddress: 'Copy address',
	edit: 'Edit…',
	stopFirst: 'stop it first',
	faults: 'Faults…',
	rules: 'Rules…',
	/** Rules can be changed while it runs. */
	live: 'live',
	charset: 'Charset…',
	framing: 'Messages…',
	options: 'Options…',
	loadTest: 'Load test…',
	lossReport: 'Loss report…',
	asCode: 'As code…',
	duplicate: 'Duplicate',
	folder: 'Folder…',
};
