import type { Faults } from '../contract/config/proxy.ts';

/** What happens after this many bytes have been passed on. */
export interface ByteLimit {
	readonly bytes: number;
	readonly fault: 'halfOpen' | 'timeout' | 'limitData' | 'reset';
}

/** The first fault that stops the flow; of several at the same byte, the one that closes the least. */
export function byteLimit({ timeout, halfOpen, limitData, reset }: Faults): ByteLimit | undefined {
	const limits: ByteLimit[] = [];
	if (timeout) limits.push({ bytes: 0, fault: 'timeout' });
	if (halfOpen) limits.push({ bytes: halfOpen.afterBytes, fault: 'halfOpen' });
	if (limitData) limits.push({ bytes: limitData.bytes, fault: 'limitData' });
	if (reset && reset.afterBytes > 0) limits.push({ bytes: reset.afterBytes, fault: 'reset' });
	return limits.toSorted((a, b) => a.bytes - b.bytes)[0];
}
