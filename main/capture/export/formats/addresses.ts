import type { SocketAddress } from '../../../../common/contract/workbench.ts';

const ADDRESS = /^(?:\[([^\]\s]+)\]|([^\s:]+)):(\d{1,5})$/;

/** Reads `127.0.0.1:80` or `[::1]:80`; undefined for anything else. */
export function readAddress(text: string): SocketAddress | undefined {
	const match = ADDRESS.exec(text);
	const port = Number(match?.[3]);
	return match && port <= 65_535 ? { address: match[1] ?? match[2] ?? '', port } : undefined;
}

/** What the text of an `open` event names, as `FROM → TO`; undefined where it says something else. */
export function readEnds(text: string): { from: SocketAddress; to: SocketAddress } | undefined {
	const [first = '', second = '', ...more] = text.split(' → ');
	const from = readAddress(first);
	const to = readAddress(second);
	return from && to && more.length === 0 ? { from, to } : undefined;
}
