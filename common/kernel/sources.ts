import type { KernelSource } from '../contract/calls/system/kernel.ts';

/** What sources are called in every language. */
export const KERNEL_SOURCE_NAMES: Readonly<Record<KernelSource, string>> = {
	'tcp-info': 'getsockopt(TCP_INFO)',
	socket: 'getsockopt',
	proc: '/proc/net',
	ss: 'ss',
	netstat: 'netstat',
};
