import { formatSocketAddress } from '../payload/index.ts';
import type { CaptureConnection } from './event.ts';

/** What an `open` event says: who opened, and to where. */
export function openText({ role, local, remote }: CaptureConnection): string {
	const [from, to] = role === 'opened' ? [local, remote] : [remote, local];
	return `${formatSocketAddress(from)} → ${formatSocketAddress(to)}`;
}
