import { localeOf } from '../../locale/locale.ts';

const { counted } = localeOf('en');

/** The cards of endpoints: what failed, what was checked, what can be done, and the facts of TLS. */
export const endpointErrors = {
	label: (name: string) => `Error of ${name}`,
	warning: (name: string) => `Warning of ${name}`,
	removeStale: 'Remove it and start',
	otherPort: (port: number) => `Use port ${port}`,
	tryAgain: 'Try again',
	retry: 'Retry',
	edit: 'Edit',
	failed: 'failed',
	/** `how`: the name of the error. */
	attempt: (how: string, ms: number) => `${how} after ${ms} ms`,
	checks: {
		noPort: 'There is no port to look at.',
		probe: 'Probe the port',
		owner: 'Who has the port',
		addresses: 'This machine’s addresses',
		other: (family: string) => `Try ${family}`,
		found: 'What was found',
		looking: 'Looking…',
		/** After the addresses of an interface. */
		onlyHere: ', this machine alone',
		nobody: (address: string) => `The system names nobody who holds ${address}.`,
	},
	/** After the address. */
	probed: (what: string, ms: number) => `${what} (${ms} ms)`,
	probedErrno: (what: string, errno: string, ms: number) => `${what} (${errno}, ${ms} ms)`,
	probe: {
		open: 'is open: something listens there',
		closed: 'is closed: the machine is there, but nothing listens',
		filtered: 'gave no answer: a firewall drops what is sent, or the machine is off',
		silent: 'gave no answer: what listens is silent, or a firewall drops what is sent',
		unreachable: 'cannot be reached',
	},
	/** Between the address and the owner. */
	heldBy: 'is held by',
	owner: {
		ours: 'another endpoint of this Wirebench.',
		endpoint: (name: string) => `the endpoint ${name}.`,
		process: 'a process',
		pid: (who: string, pid: number) => `${who} (pid ${pid}).`,
		pidOfUser: (who: string, pid: number, user: string) => `${who} (pid ${pid}) of user ${user}.`,
		noPid: (who: string) => `${who}; the system does not tell its pid.`,
		noPidOfUser: (who: string, user: string) => `${who} of user ${user}; the system does not tell its pid.`,
	},
	stop: {
		offer: (name: string) => `Stop ${name}…`,
		ask: (name: string) => `Stop ${name}?`,
		/** `why`: sentences. */
		askWhy: (name: string, why: string) => `Stop ${name}? ${why}`,
		yes: (name: string) => `Yes, stop ${name}`,
		no: 'No',
		stopping: 'Stopping…',
		ends: (connections: number) => `It ends ${counted(connections, { one: 'connection', other: 'connections' })}.`,
		signal: (pid: number) => `Sends SIGTERM to process ${pid}.`,
		theProcess: 'the process',
		process: (pid: number) => `process ${pid}`,
	},
	tls: {
		mark: (text: string) => `TLS: ${text}`,
		certificates: 'Certificates that were shown',
		subject: 'Subject',
		issuer: 'Issuer',
		itself: 'itself',
		valid: 'Valid',
		period: (from: string, to: string) => `${from} to ${to}`,
		names: 'Names',
		none: 'none',
		askFor: (name: string) => `Ask for ${name}`,
		withoutVerifying: 'Connect without verifying',
		trustFile: 'Trust a CA file…',
		file: 'CA file to trust',
		notTrusted: (file: string) => `${file} is not trusted`,
		trustCertificate: 'Trust this certificate',
		trustAuthority: 'Trust this authority',
		peer: 'the peer',
		noCertificate: 'no certificate of the peer',
		verified: (who: string) => `${who} is verified`,
		notVerified: (who: string) => `${who} is not verified`,
		notVerifiedWhy: (who: string, why: string) => `${who} is not verified: ${why}`,
		alpn: (protocol: string) => `ALPN ${protocol}`,
		servername: (name: string) => `name ${name}`,
	},
};
