/** Commands that look at this machine, and those about the command line itself. */
export const checking = {
	probe: {
		summary: 'try a port: open, closed or filtered',
		description:
			'Connects to every address of the host and closes at once (over UDP: sends one empty datagram), and prints the result. ' +
			'The exit code is 0 when one of them is open.',
		family: 'addresses of a host name',
		timeout: 'how long to wait for each address',
		noPort: 'A Unix socket has no port: write tcp://HOST:PORT or udp://HOST:PORT.',
		states: { open: 'open', closed: 'closed', unreachable: 'unreachable', filtered: 'filtered: no answer' },
		silent: 'no answer: it is filtered, or what listens is silent',
		after: (address: string, state: string, ms: string) => `${address} ${state} after ${ms} ms`,
	},
	owner: {
		summary: 'say who holds a port of this machine',
		stop: 'end the process that holds it (SIGTERM); asks before',
		yes: 'with --stop: do not ask',
		process: 'a process',
		theProcess: 'the process',
		nameless: 'a process whose pid the system does not tell,',
		named: (program: string, pid: number) => `${program} (pid ${pid})`,
		held: (address: string, by: string) => `${address} is held by ${by}`,
		heldFor: (address: string, by: string, user: string) => `${address} is held by ${by} of the user ${user}`,
		nobody: (address: string) => `The system names nobody who holds ${address}.`,
		/** @param what closed connections, and `wait`, how long they hold it */
		left: (address: string, what: string, wait: string) =>
			`${address} is held by no process, but by ${what}, ${wait}. A program with SO_REUSEADDR can bind it now.`,
		cannotAsk: 'Nobody can be asked: --yes says that it may be stopped.',
		noPid: 'A process whose pid is not known cannot be stopped.',
		question: (program: string, pid: number) => `Stop ${program} (pid ${pid})?`,
	},
	doctor: {
		summary: 'try what Wirebench needs of this machine and its runtime',
		description:
			'Prints a line for each check: ok, not supported here and what that means, or failed. All checks run on loopback. ' +
			'The exit code is 0 when none has failed. The desktop application runs the same with --doctor-tls.',
		tls: 'TLS alone: versions, ciphers, ALPN, SNI, certificates, sessions (default: every check)',
	},
	presets: {
		summary: 'list the ready-made endpoints',
		json: 'print them with their whole configs, one JSON object a line',
		unavailable: (why: string) => ` Unavailable: ${why}`,
	},
	ca: {
		summary: "print or export the certificate of Wirebench's own authority",
		description:
			'Certificates that Wirebench makes for TLS are signed by an authority of its own, which is made when it is first ' +
			'wanted. Who trusts it trusts them.',
		export: 'write it to a file in place of stdout',
		data: 'data folder of the authority (default: that of the application)',
		written: (file: string) => `The certificate is in ${file}.`,
		how:
			'To trust it: "curl --cacert FILE", "openssl s_client -CAfile FILE", Python\'s ssl.create_default_context(cafile=FILE), ' +
			'or add it to the trusted authorities of the system or the browser for as long as you need it.',
		kept: (file: string) => `Certificate and key are kept in ${file}.`,
	},
	interfaces: {
		summary: 'list the network interfaces of this machine and their addresses',
		broadcast: (address: string, broadcast: string) => `${address} (broadcast ${broadcast})`,
		internal: (name: string) => `${name} (this machine alone)`,
	},
	scriptApi: 'print what a script of --script can use, as TypeScript declarations',
	completions: {
		summary: 'print completions for bash, zsh or fish',
		description:
			'Prints a script with which a shell completes commands, options, presets and files. For bash, in ~/.bashrc: "source ' +
			'<(wirebench completions bash)"; for zsh, after compinit in ~/.zshrc, the same; for fish, in config.fish: "wirebench ' +
			'completions fish | source".',
		shell: 'whose completions',
	},
	help: {
		summary: 'explain a command, or all exit codes',
		description: 'Prints the help of a command, or the table of exit codes ("wirebench help exit-codes").',
		words: 'a command, or exit-codes',
		man: 'print the man page, as in "wirebench help --man | man -l -"',
		unknown: (command: string, topics: string) =>
			`There is no command "${command}": see "wirebench help". Topics besides commands: ${topics}.`,
	},
};
