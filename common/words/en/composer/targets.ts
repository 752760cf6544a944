import { localeOf } from '../../locale/locale.ts';

const { count: written } = localeOf('en');

/** Where a message goes, and why it cannot go there now. */
export const targets = {
	to: 'To',
	hint: 'Connection, or udp HOST:PORT',
	list: 'Targets',
	none: 'No endpoint has this. Addresses are written as udp HOST:PORT.',
	newEndpoint: 'new endpoint',
	destination: 'Destination',
	path: 'path',
	everyConnection: (endpoint: string, count: number) =>
		count === 1 ? `${endpoint}: its connection` : `${endpoint}: all ${written(count)} connections`,
	picked: (endpoint: string) => `${endpoint}: the picked ones`,
	closed: (connection: number) => `#${connection}, closed`,
	/** Why nothing can be sent. */
	nothing: 'Nothing to send to yet: start a server, or type an address at To, as in udp 127.0.0.1:9000.',
	choose: 'Choose where to send.',
	proxy: (name: string) => `${name} only passes on what others say: choose where to send.`,
	starting: (name: string) => `${name} is starting…`,
	stopping: (name: string) => `${name} is stopping…`,
	start: (name: string) => `Start ${name} to send.`,
	hasClosed: (connection: number) => `#${connection} has closed: choose where to send. What you wrote stays.`,
	connecting: (connection: number) => `#${connection} is still connecting…`,
	ended: (connection: number) => `We have ended our side of #${connection}: it takes no more.`,
	noClient: (name: string) => `${name} waits for a client: nobody to send to yet.`,
	/** `fault`: a sentence about what stands in the field *To*, or in the field *Destination*. */
	toFault: (fault: string) => `To: ${fault}`,
	toForms: (forms: string) => `To: choose how to send there: ${forms}.`,
	/** Between two of them. */
	or: ' or ',
	destinationFault: (fault: string) => `Destination: ${fault}`,
	destinationPath: 'Destination: give the path of a socket.',
	form: 'Type an address as udp HOST:PORT, tcp HOST:PORT, tls HOST:PORT, unix PATH or unixgram PATH.',
	brackets: 'Put an IPv6 address in brackets, as in [::1]:9000.',
	hostAndPort: 'Give a host and a port, as in 127.0.0.1:9000.',
	longHost: (most: number) => `A host has at most ${most} characters.`,
	noPort: 'A port is missing, as in 127.0.0.1:9000.',
	badPort: 'A port to send to is a whole number from 1 to 65535.',
};
