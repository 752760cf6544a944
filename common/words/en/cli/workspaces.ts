/** `run` and `workspace`. */
export const workspaces = {
	run: {
		summary: 'run the endpoints of a workspace file',
		description:
			'Starts the endpoints of a workspace file, servers before clients, and prints what happens as "listen" does, until it ' +
			'is interrupted or all of them have stopped. Then clients are stopped before servers. One that cannot start ends the ' +
			'run. The file is not changed; passwords and keys that Wirebench keeps for it are used.',
		file: 'a workspace file, as in demo.wirebench.json',
		only: 'only the endpoints with these names or ids',
		all: 'all',
		keepGoing: 'run the others when one cannot start; the exit code is still its',
		unknown: (name: string, known: string) => `The workspace has no endpoint "${name}". It has: ${known}.`,
		none: 'none',
		empty: 'The workspace has no endpoints: there is nothing to run.',
	},
	workspace: {
		summary: 'check, describe, make and import workspace files',
		help: 'display help for command',
		description:
			'Commands for workspace files (docs/workspace-format.md). "wirebench run" starts the endpoints of one.',
	},
	check: {
		summary: 'say what is wrong in workspace files',
		description:
			'Prints every problem of each file with its JSON path and the name of the endpoint, and keys that Wirebench does not ' +
			'know. The exit code is 0 when all files can be used, else 2. Nothing is started or changed.',
		files: 'workspace files, as in demo.wirebench.json',
		json: 'print one JSON object for each file: file, ok, endpoints, payloads, tests, findings (severity, path, endpoint, message)',
		fine: (file: string, parts: readonly string[]) => `${file} is fine: ${parts.join(', ')}.`,
		unusable: (file: string, problems: number) =>
			`${file} cannot be used: ${problems === 1 ? '1 problem' : `${problems} problems`}.`,
		endpoints: (count: number) => (count === 1 ? '1 endpoint' : `${count} endpoints`),
		payloads: (count: number) => (count === 1 ? '1 payload' : `${count} payloads`),
		tests: (count: number) => (count === 1 ? '1 test' : `${count} tests`),
		keptKey: 'It is kept; check its spelling.',
		missing: (owner: string, what: string, path: string) =>
			`${owner}: ${what} (${path}) is not in the file, and this machine keeps none for it.`,
		unset: (variable: string) => `The environment variable ${variable} is not set.`,
	},
	schema: {
		summary: 'print the JSON Schema of workspace files',
		description: 'Prints the JSON Schema (draft 2020-12) of workspace files, for editors and validators.',
	},
	new: {
		summary: 'write a new workspace file',
		description:
			'Writes a workspace file, and beside it the JSON Schema with which editors complete and check it. Without --preset it ' +
			'has no endpoints yet.',
		preset: 'endpoints to begin with (see "wirebench presets")',
		none: 'none',
		name: 'name of the workspace (default: that of the file)',
		written: (file: string) => `The workspace is in ${file}.`,
		schema: (file: string) => `Its JSON Schema, for editors, is in ${file}.`,
		otherSchema: (file: string) =>
			`${file} is of another version: "wirebench workspace schema -o ${file} --force" replaces it.`,
	},
	import: {
		summary: "make a workspace file of others, or of another program's",
		description:
			'Makes a workspace of packets that Packet Sender exported (JSON, or its packets.ini), of the proxies of Toxiproxy (its ' +
			'configuration, or what its API lists, toxics become faults), or of command lines of curl, nc, ncat and socat (a file with ' +
			'a line for each), and takes in what other workspace files have. Packets and requests become saved payloads. What cannot be taken over is named on stderr.',
		files: 'what to import',
		command: "import a command line, as in --command 'nc -u 127.0.0.1 9999'",
		unknownFile: (file: string, programs: string) =>
			`${file} has neither packets of Packet Sender, nor proxies of Toxiproxy, nor command lines of ${programs}, and is no workspace.`,
		unknownLine: (line: string, programs: string) => `"${line}" is no command line of ${programs}.`,
		nothing: 'There is nothing to import: name a file, or a command line with --command.',
	},
};
