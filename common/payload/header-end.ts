/** The offset of the body after the first empty line, with CR LF or LF line ends (RFC 9112, 2.2); -1 where there is none. */
export function headerEnd(bytes: Uint8Array): number {
	for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) {
		const next = bytes[at + 1] === 0x0d ? at + 2 : at + 1;
		if (bytes[next] === 0x0a) return next + 1;
	}
	return -1;
}
