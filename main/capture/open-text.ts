import type { CaptureConnection } from '../../common/capture/event.ts';
import { formatAddress } from './packet/address.ts';

/** What an `open` event says: who opened, and to where. */
export function openText({ role, local, remote }: CaptureConnection): string {
	const [from, to] = role === 'opened' ? [local, remote] : [remote, local];
	return `${formatAddress(from)} → ${formatAddress(to)}`;
}
