/** `serve` and `mcp`. */
export const serving = {
	serve: {
		summary: 'serve the workbench to a browser on this machine',
		description:
			'Serves the workbench on 127.0.0.1 until it is interrupted. The first line of output is a JSON object with the ' +
			'address to open; its token is good for this run only.',
		file: 'a workspace file to open, NAME.wirebench.json; otherwise the one of the last time',
		port: 'port to listen on; 0 lets the system choose',
		noOpen: 'do not open the page in the browser',
		text: 'print the address in words instead of JSON',
		at: (url: string) => `Wirebench is at ${url}`,
		toEnd: 'Press Ctrl+C to end it.',
		notOpened: (why: string) => `The page could not be opened for you: ${why}`,
	},
	/** Also of `mcp`. */
	capture: "where this run's capture goes",
	mcp: {
		summary: 'serve the workbench to an AI agent by the Model Context Protocol',
		description:
			'Speaks the Model Context Protocol over stdin and stdout until stdin ends: an agent lists the endpoints of a workspace ' +
			'and reads captures. Nothing can be started, sent or changed without --allow-changes. Every call is kept in a history, which --history prints.',
		file: 'a workspace file, or a capture to read; otherwise the workspace of the last time',
		allowChanges: 'let the agent create, start, stop and remove endpoints, send, and run tests',
		allowEnvironment:
			'let the file use the environment variables that it names, also in templates, whose bytes the agent can read',
		exports: 'the one folder in which the agent may write exports (default: exports in the data folder)',
		history: 'print the last calls of agents, the newest last, and serve nothing',
		json: 'with --history: print one JSON object a call',
		noCalls: 'No agent has called anything yet.',
		fault: (where: string, error: string) => `Wirebench: a fault of its own in ${where}: ${error}`,
	},
};
