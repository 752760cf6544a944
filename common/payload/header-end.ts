/** Where the body begins after the first empty line, whether its lines end with CR LF or LF (RFC 9112, 2.2); -1 while there is none. */
export function headerEnd(bytes: Uint8Array): number {
	for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) {
		const next = bytes[at + 1] === 0x0d ? at + 2 : at + 1;
		if (bytes[next] === 0x0a) return next + 1;
	}
	return -1;
}
