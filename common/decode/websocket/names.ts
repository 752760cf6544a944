/** Opcodes of frames (RFC 6455, 5.2). */
export const OPCODES: ReadonlyMap<number, string> = new Map([
	[0, 'continuation'],
	[1, 'text'],
	[2, 'binary'],
	[8, 'close'],
	[9, 'ping'],
	[10, 'pong'],
]);

/** Status codes of close frames (IANA, WebSocket Close Code Number Registry). */
const CLOSE_CODES: ReadonlyMap<number, string> = new Map([
	[1000, 'normal closure'],
	[1001, 'going away'],
	[1002, 'protocol error'],
	[1003, 'unsupported data'],
	[1005, 'no status received'],
	[1006, 'abnormal closure'],
	[1007, 'invalid payload data'],
	[1008, 'policy violation'],
	[1009, 'message too big'],
	[1010, 'mandatory extension missing'],
	[1011, 'internal error'],
	[1012, 'service restart'],
	[1013, 'try again later'],
	[1014, 'bad gateway'],
	[1015, 'TLS handshake failed'],
	[3000, 'unauthorized'],
	[3003, 'forbidden'],
	[3008, 'timeout'],
]);

/** What a status code means; those from 3000 belong to libraries, from 4000 to applications (RFC 6455, 7.4.2). */
export function closeMeaning(code: number): string | undefined {
	const known = CLOSE_CODES.get(code);
	if (known !== undefined) return known;
	if (code >= 4000 && code < 5000) return 'of the application';
	return code >= 3000 && code < 4000 ? 'of a library' : undefined;
}

/** Codes that no frame may have: they stand for what happened without one. */
export const NEVER_SENT: ReadonlySet<number> = new Set([1005, 1006, 1015]);
