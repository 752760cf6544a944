/**
 * Where facts come from: `tcp-info` and `socket` are getsockopt, with TCP_INFO (TCP_CONNECTION_INFO on macOS) and without;
 * `proc` is a table of /proc/net; `ss` and `netstat` are the programs.
 */
export const KERNEL_SOURCES = ['tcp-info', 'socket', 'proc', 'ss', 'netstat'] as const;
export type KernelSource = (typeof KERNEL_SOURCES)[number];

/** What sources are called in every language. */
export const KERNEL_SOURCE_NAMES: Readonly<Record<KernelSource, string>> = {
	'tcp-info': 'getsockopt(TCP_INFO)',
	socket: 'getsockopt',
	proc: '/proc/net',
	ss: 'ss',
	netstat: 'netstat',
};
