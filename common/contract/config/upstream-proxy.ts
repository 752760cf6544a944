import { z } from 'zod';
import { encodeWritten } from '../../payload/index.ts';

/** `socks5`: RFC 1928, 1929. `http`: the CONNECT method of HTTP (RFC 9110, 9.3.6). */
export const UPSTREAM_PROXY_TYPES = ['socks5', 'http'] as const;
export type UpstreamProxyType = (typeof UPSTREAM_PROXY_TYPES)[number];

const PORT = 'A port to connect to is a whole number from 1 to 65535.';
/** Maximum bytes of a user name or a password, in UTF-8: SOCKS5 has a length field of one byte for each. */
const MOST_BYTES = 255;
const secret = z.string().refine((text) => utf8Length(text) <= MOST_BYTES, `It has at most ${MOST_BYTES} bytes.`);

function utf8Length(text: string): number {
	const encoded = encodeWritten({ format: 'text', text }, 'none');
	return encoded.ok ? encoded.bytes.length : Number.POSITIVE_INFINITY;
}

/** An upstream proxy, which also looks up the host's name. */
export const upstreamProxySchema = z
	.object({
		type: z.enum(UPSTREAM_PROXY_TYPES).default('socks5'),
		host: z.string().trim().min(1, 'Give an address or a host name.').max(255),
		port: z.number(PORT).int(PORT).min(1, PORT).max(65535, PORT),
		/** Left out: no user is sent to the proxy. */
		user: secret.min(1, 'Give a name, or leave user and password out.').optional(),
		/** Used only with a user. */
		password: secret.default(''),
	})
	.refine(({ type, user }) => type !== 'http' || user?.includes(':') !== true, {
		path: ['user'],
		error: 'For an HTTP proxy, a name has no colon (RFC 7617).',
	});
export type UpstreamProxy = z.infer<typeof upstreamProxySchema>;
