/** The prefix of an address on the command line. */
export interface Scheme {
	/** The part before the colon. */
	readonly name: string;
	/** The part after it: a host and a port, or a path. */
	readonly place: 'port' | 'path';
	/** An example address, for people. */
	readonly form: string;
	/** The remark for the list of all schemes, by its name in the texts of the command line. */
	readonly note?: 'abstract' | 'datagrams';
	/** Why nothing can connect to such an address, by its name in the texts of the command line; left out: it is possible. */
	readonly connectionless?: 'udp' | 'datagrams';
}

export const TCP: Scheme = { name: 'tcp', place: 'port', form: 'tcp://HOST:PORT' };
export const UDP: Scheme = {
	name: 'udp',
	place: 'port',
	form: 'udp://HOST:PORT',
	connectionless: 'udp',
};
export const UNIX: Scheme = {
	name: 'unix',
	place: 'path',
	form: 'unix:PATH',
	note: 'abstract',
};
export const UNIXGRAM: Scheme = {
	name: 'unixgram',
	place: 'path',
	form: 'unixgram:PATH',
	note: 'datagrams',
	connectionless: 'datagrams',
};

/** The commands that create an endpoint from an address. */
export type AddressCommand = 'listen' | 'connect' | 'send' | 'ask' | 'proxy';

/** How the command line makes an endpoint of a kind. */
export interface CommandLine {
	readonly scheme: Scheme;
	/** The commands that create it; people are shown the first. */
	readonly commands: readonly [AddressCommand, ...AddressCommand[]];
	/** Its name unless a person gives one. */
	readonly name: string;
}
