/** What each exit code means for every command, and for single ones. */
export const exitCodes = {
	done: {
		meaning:
			'done, or stopped as asked (Ctrl+C, SIGTERM, SIGHUP); a reader that has read enough (| head) is no failure',
		of: {
			probe: 'an address is open',
			owner: 'somebody holds the port',
			doctor: 'no check has failed',
			sequence: 'every step has passed',
			test: 'every test has passed',
			ask: 'every message was answered',
			diff: 'they are equal',
			replay: 'the other side sent what was recorded',
			'workspace check, structure check': 'every file can be used',
			mcp: 'the client has closed its end',
		},
	},
	failed: {
		meaning:
			'what was asked did not happen: nobody answered, a test failed, a capture cannot be read or is not complete',
		of: {
			'listen, connect, proxy, run': 'an endpoint could not start, or failed while it ran; the capture is not complete',
			send: 'not everything was sent, or the connection failed',
			ask: 'a message got no answer',
			sequence: 'a step has failed',
			test: 'a test has failed, or not all have run',
			generate: 'a message could not be sent',
			'show, export':
				'the capture is missing or damaged: what can be read was printed; the export was interrupted, or the file is there already',
			diff: 'they differ',
			replay: 'the other side did something else than in the recording, or there was no connection',
			record: 'the capture cannot be read, or the file is there already',
			probe: 'no address is open',
			owner: 'nobody holds the port',
			doctor: 'a check has failed',
			'workspace new, schema, import': 'the file is there already',
		},
	},
	usage: {
		meaning:
			'not understood: an option, an address, a preset, a workspace, or a file of rules, steps, certificates or a script',
		of: {
			run: 'the workspace has a problem, or no endpoint of that name; nothing was started',
			test: 'the file has a problem, with its path, or no test of that name; nothing was started',
			mcp: 'the workspace or the capture cannot be used; nothing was served',
			diff: 'one of them cannot be read or is damaged, or the comparison was stopped: they may differ or not',
			record:
				'the capture has several connections and none was chosen, or the conversation does not fit into what it is to become',
			encode: 'a value is wrong, or the structure is; nothing was printed',
			'workspace check, structure check': 'a file has a problem, or cannot be read',
			'workspace import': 'nothing in it could be taken over',
		},
	},
	output: {
		meaning: 'the output could not be written, on stdout or to a named file: a full disk, say',
		of: {},
	},
	interrupted: { meaning: 'stopped at once by a second Ctrl+C', of: {} },
};
