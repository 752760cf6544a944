/** What an address of the command line begins with. */
export interface Scheme {
	/** In front of the colon. */
	readonly name: string;
	/** What follows: a host and a port, or a path. */
	readonly place: 'port' | 'path';
	/** An address of it, for people. */
	readonly form: string;
	/** What is said of it in the list of all schemes; left out: nothing. */
	readonly note?: string;
	/** Why nothing connects to an address of it, for people; left out: something does. */
	readonly connectionless?: string;
}

export const TCP: Scheme = { name: 'tcp', place: 'port', form: 'tcp://HOST:PORT' };
export const UDP: Scheme = {
	name: 'udp',
	place: 'port',
	form: 'udp://HOST:PORT',
	connectionless: 'UDP has no connections',
};
export const UNIX: Scheme = {
	name: 'unix',
	place: 'path',
	form: 'unix:PATH',
	note: '(unix:@NAME for an abstract one)',
};
export const UNIXGRAM: Scheme = {
	name: 'unixgram',
	place: 'path',
	form: 'unixgram:PATH',
	note: 'for datagrams',
	connectionless: 'Datagrams have no connections',
};

/** The commands that make an endpoint from an address. */
export type AddressCommand = 'listen' | 'connect' | 'send' | 'ask' | 'proxy';

/** How the command line makes an endpoint of a kind. */
export interface CommandLine {
	readonly scheme: Scheme;
	/** The commands that make it; people are shown the first. */
	readonly commands: readonly [AddressCommand, ...AddressCommand[]];
	/** What it is called unless a person names it. */
	readonly name: string;
}
