import type { SocketAddress } from '../contract/base/address.ts';
import { formatSocketAddress } from '../payload/index.ts';
import type { CaptureConnection } from './event.ts';

/** The text of an `open` event: who opened the connection, and to which address. */
export function openText({ role, local, remote }: CaptureConnection): string {
	const [from, to] = role === 'opened' ? [local, remote] : [remote, local];
	return `${formatSocketAddress(from)} → ${formatSocketAddress(to)}`;
}

const ADDRESS = /^(?:\[([^\]\s]+)\]|([^\s:]+)):(\d{1,5})$/;

/** Reads `127.0.0.1:80` or `[::1]:80`; undefined for anything else, such as the path of a Unix socket. */
export function readAddress(text: string): SocketAddress | undefined {
	const match = ADDRESS.exec(text);
	const port = Number(match?.[3]);
	return match && port <= 65_535 ? { address: match[1] ?? match[2] ?? '', port } : undefined;
}

/** Reads the addresses from the stored text of an `open` event; undefined where the text has none. `opened`: by us. */
export function readOpenText(
	text: string,
	opened: boolean,
): { local: SocketAddress; remote: SocketAddress } | undefined {
	const [first = '', second = '', ...more] = text.split(' → ');
	const from = readAddress(first);
	const to = readAddress(second);
	if (!from || !to || more.length > 0) return undefined;
	return opened ? { local: from, remote: to } : { local: to, remote: from };
}
