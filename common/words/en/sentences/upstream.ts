/** The replies of RFC 1928, section 6, that refuse. */
const SOCKS_REPLIES: Readonly<Record<number, string>> = {
	1: 'general failure of the proxy',
	2: 'its rules do not allow this connection',
	3: 'there is no way from it to the network',
	4: 'there is no way from it to the host',
	5: 'the host refused',
	6: 'the way to the host is too long (TTL expired)',
	7: 'it does not know the command',
	8: 'it does not know this kind of address',
};

/** Errors of upstream proxies. */
export const upstreamErrors = {
	proxyUnreachable: ({ reason }: { readonly reason: string }) => `The proxy cannot be reached. ${reason}`,
	proxyAnswerUseless: {
		message: ({ proxy, what }: { readonly proxy: string; readonly what: string }) =>
			`The proxy ${proxy} gave no answer to use: ${what}.`,
		hint: 'Check that this is a proxy of that kind.',
	},
	proxyTooLate: {
		message: ({ proxy, ms }: { readonly proxy: string; readonly ms: number }) =>
			`The proxy ${proxy} did not answer within ${ms} ms.`,
		hint: 'Check that this is a proxy of that kind, or give it more time.',
	},
	proxyClosedEarly: 'it closed the connection before it had answered',
	proxyClosedInAnswer: 'it closed the connection in its answer',
	proxyAnswerTooLong: ({ most }: { readonly most: number }) => `its answer goes on after ${most} bytes`,
	proxyOtherVersion: ({ version }: { readonly version: number }) => `it is no SOCKS5 proxy, it says version ${version}`,
	proxyOtherMethod: ({ method }: { readonly method: number }) => `it chose the method ${method}, which was not offered`,
	proxyReplyVersion: ({ version }: { readonly version: number }) => `its reply has version ${version}`,
	proxyAddressKind: ({ type }: { readonly type: number }) => `its reply has an address of the kind ${type}`,
	proxyNoHttp: ({ line }: { readonly line: string }) => `it does not speak HTTP, it says "${line}"`,
	proxyWantsUser: {
		message: 'The proxy wants a user and a password.',
		hint: 'Check the user and the password for the proxy.',
	},
	proxyTakesNoUser: {
		message: 'The proxy takes no user and password.',
		hint: 'Check the user and the password for the proxy.',
	},
	proxyRefusedUser: {
		message: ({ user, status }: { readonly user: string; readonly status: number }) =>
			`The proxy did not let ${user} in (status ${status}).`,
		hint: 'Check the user and the password for the proxy.',
	},
	socksRefused: ({ target, reply }: { readonly target: string; readonly reply: number }) =>
		`The proxy did not connect to ${target}: ${SOCKS_REPLIES[reply] ?? 'it gave no reason that is known'} (SOCKS5 reply ${reply}).`,
	socksZone: {
		message: ({ host }: { readonly host: string }) =>
			`A SOCKS5 proxy takes no zone with an address: ${host} cannot be asked for.`,
		hint: 'Give the host’s name, or an address that needs no zone.',
	},
	socksNameTooLong: ({ most }: { readonly most: number }) => `A name has at most ${most} bytes in SOCKS5.`,
	httpProxyRefused: ({ target, line }: { readonly target: string; readonly line: string }) =>
		`The proxy did not connect to ${target}: it answered "${line}".`,
	httpProxyWantsUser: {
		message: ({ target, line }: { readonly target: string; readonly line: string }) =>
			`The proxy did not connect to ${target}: it answered "${line}".`,
		hint: 'It wants a user and a password.',
	},
	httpProxyRefusedUser: {
		message: ({ target, line }: { readonly target: string; readonly line: string }) =>
			`The proxy did not connect to ${target}: it answered "${line}".`,
		hint: 'Check the user and the password for the proxy.',
	},
};
