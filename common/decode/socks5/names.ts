/** Methods of authentication (IANA, SOCKS Methods). */
export const METHODS: ReadonlyMap<number, string> = new Map([
	[0, 'none required'],
	[1, 'GSSAPI'],
	[2, 'user name and password'],
	[3, 'CHAP'],
	[5, 'CRAM'],
	[6, 'TLS'],
	[7, 'NDS'],
	[8, 'multi-authentication framework'],
	[9, 'JSON parameter block'],
	[0xff, 'none acceptable'],
]);

/** Commands of a request (RFC 1928, 4). */
export const COMMANDS: ReadonlyMap<number, string> = new Map([
	[1, 'CONNECT'],
	[2, 'BIND'],
	[3, 'UDP ASSOCIATE'],
]);

/** What a reply says (RFC 1928, 6). */
export const REPLIES: ReadonlyMap<number, string> = new Map([
	[0, 'succeeded'],
	[1, 'general failure'],
	[2, 'not allowed by the rules'],
	[3, 'network unreachable'],
	[4, 'host unreachable'],
	[5, 'connection refused'],
	[6, 'TTL expired'],
	[7, 'command not supported'],
	[8, 'address type not supported'],
]);

export const ADDRESS_TYPES: ReadonlyMap<number, string> = new Map([
	[1, 'IPv4'],
	[3, 'host name'],
	[4, 'IPv6'],
]);

/** Types of messages of GSSAPI (RFC 1961, 3.3, 4.3 and 5.2). */
export const GSSAPI_TYPES: ReadonlyMap<number, string> = new Map([
	[1, 'authentication'],
	[2, 'protection level'],
	[3, 'encapsulated data'],
	[0xff, 'refused'],
]);
