/** Four bytes in network order. */
export function ipv4Bytes(address: string): Buffer {
	return Buffer.from(address.split('.').map(Number));
}

/** Sixteen bytes in network order, of an address without a zone. */
export function ipv6Bytes(address: string): Buffer {
	const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
	const pair = (high: string | undefined, low: string | undefined) => ((Number(high) << 8) | Number(low)).toString(16);
	const plain = dotted ? `${dotted[1]}${pair(dotted[2], dotted[3])}:${pair(dotted[4], dotted[5])}` : address;
	const [head = '', tail] = plain.split('::');
	const groups = (text: string) => (text === '' ? [] : text.split(':'));
	const left = groups(head);
	const right = groups(tail ?? '');
	const zeros = tail === undefined ? [] : new Array<string>(8 - left.length - right.length).fill('0');
	const bytes = Buffer.alloc(16);
	for (const [at, group] of [...left, ...zeros, ...right].entries())
		bytes.writeUInt16BE(Number.parseInt(group, 16), at * 2);
	return bytes;
}
