import { LIMITS } from './limits.ts';

/** Maximum bytes of a Unix socket's path: the system's field has 108 including the terminating zero (sys/un.h; 104 on macOS). */
export const MAX_PATH_BYTES = 107;
/** Maximum bytes of a proxy's user name or password, in UTF-8: SOCKS5 has a length field of one byte for each. */
export const MAX_SECRET_BYTES = 255;
/** Bytes of the binary header of a numbered message: see docs/numbered-messages.md. */
export const NUMBER_HEADER_BYTES = 32;

/** What schemas say of wrong input in sentences of their own, in English, by their names in the catalogues. */
export const INPUT_SENTENCES = {
	abstractPath: 'A path has no zero byte; write an abstract name with @ in front.',
	branchCase: 'Give at least one case.',
	certificateName: 'Give a name or an address.',
	cipher: 'Name a cipher.',
	clientOrConnections: 'A test has either client or connections.',
	connectionKind: 'A connection has exactly one of client, server and endpoint.',
	connectionServer: 'Only a client connects to another connection’s server.',
	endpointName: 'Name an endpoint of the workspace.',
	file: 'Give the path of a file.',
	fileName: 'Say which file of the folder.',
	group: 'A group is an address from 224.0.0.0 to 239.255.255.255, or an IPv6 one that begins with ff.',
	hexPattern: 'Write bytes in hexadecimal, with ?? for any byte.',
	host: 'Give an address or a host name.',
	httpUser: 'For an HTTP proxy, a name has no colon (RFC 7617).',
	length: 'Give the number of bytes, or the least and the most.',
	lengthEither: 'Give either the exact number of bytes, or the least and the most.',
	lengthOrder: 'The most is less than the least.',
	localAddress: 'Give an address of this machine in numbers.',
	messageCount: 'A number of messages is a whole number, 0 for no end.',
	messageRate: 'A rate is a number of messages a second.',
	messageRateMost: 'A rate is at most 10,000,000 messages a second.',
	messages: 'Write at least one message.',
	messageSize: 'A size is a whole number of bytes.',
	messageSizeLeast: `A numbered message has at least ${NUMBER_HEADER_BYTES} bytes: its header.`,
	messageSizeMost: `A message has at most ${LIMITS.datagramBytes} bytes.`,
	name: 'Give it a name.',
	needsClient: 'A test needs a client, or connections.',
	networkInterface: 'Name an interface, or one of its addresses.',
	noLoop: 'There is no loop around this step.',
	numberedText: 'Write %d once, where the number is to stand (%08d: eight digits with zeros in front).',
	numberedTextLong: `A numbered text has at most ${LIMITS.numberedTextChars} characters.`,
	numericAddress: 'Give an address in numbers.',
	path: 'Give a path.',
	pathLong: `A socket's path has at most ${MAX_PATH_BYTES} bytes.`,
	pathZero: 'A path has no zero byte.',
	pemBegin: 'PEM text begins with -----BEGIN.',
	pemLong: 'This is too long for a certificate or a key.',
	pemPath: 'Give the path of a PEM file.',
	port: 'A port is a whole number from 0 to 65535.',
	protocol: 'Give the name of a protocol.',
	protocolLong: 'A protocol has at most 255 bytes.',
	proxyUser: 'Give a name, or leave user and password out.',
	regex: 'Write a regular expression.',
	remotePort: 'A port to connect to is a whole number from 1 to 65535.',
	rounds: 'Give the number of rounds, or a condition.',
	script: 'Write a script, or answer by rules.',
	scriptLong: `A script has at most ${LIMITS.scriptChars} characters.`,
	secretLong: `It has at most ${MAX_SECRET_BYTES} bytes.`,
	servername: 'Give a name.',
	state: 'Name the state, or leave it out.',
	variableName: 'A name is a letter, then up to 63 letters, digits, “_”, “.” or “-”.',
	versions: 'The newest version is older than the oldest one.',
};
