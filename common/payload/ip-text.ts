/** Four bytes as an IPv4 address. */
export const address4 = (bytes: Uint8Array): string => bytes.join('.');

/** Sixteen bytes as an IPv6 address. */
export const address6 = (bytes: Uint8Array): string =>
	groupsText(Array.from({ length: 8 }, (_, i) => ((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0)));

/**
 * Eight groups of 16 bits as an IPv6 address in the form of RFC 5952: without leading zeros, the longest run of two or more zero
 * groups (the first of equals) as `::`.
 */
export function groupsText(groups: readonly number[]): string {
	let longest = { from: -1, length: 1 };
	for (let from = 0; from < 8; from++) {
		let length = 0;
		while (groups[from + length] === 0) length++;
		if (length > longest.length) longest = { from, length };
	}
	const text = (part: readonly number[]) => part.map((group) => group.toString(16)).join(':');
	if (longest.from === -1) return text(groups);
	return `${text(groups.slice(0, longest.from))}::${text(groups.slice(longest.from + longest.length))}`;
}
