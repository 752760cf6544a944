import { z } from 'zod';
import { encodeWritten } from '../../payload/index.ts';
import { INPUT_SENTENCES, MAX_SECRET_BYTES } from '../base/input-sentences.ts';

/** `socks5`: RFC 1928, 1929. `http`: the CONNECT method of HTTP (RFC 9110, 9.3.6). */
export const UPSTREAM_PROXY_TYPES = ['socks5', 'http'] as const;
export type UpstreamProxyType = (typeof UPSTREAM_PROXY_TYPES)[number];

const PORT = INPUT_SENTENCES.remotePort;
const secret = z.string().refine((text) => utf8Length(text) <= MAX_SECRET_BYTES, INPUT_SENTENCES.secretLong);

function utf8Length(text: string): number {
	const encoded = encodeWritten({ format: 'text', text }, 'none');
	return encoded.ok ? encoded.bytes.length : Number.POSITIVE_INFINITY;
}

/** An upstream proxy, which also looks up the host's name. */
export const upstreamProxySchema = z
	.object({
		type: z.enum(UPSTREAM_PROXY_TYPES).default('socks5'),
		host: z.string().trim().min(1, INPUT_SENTENCES.host).max(255),
		port: z.number(PORT).int(PORT).min(1, PORT).max(65535, PORT),
		/** Left out: no user is sent to the proxy. */
		user: secret.min(1, INPUT_SENTENCES.proxyUserName).optional(),
		/** Used only with a user. */
		password: secret.default(''),
	})
	.refine(({ type, user }) => type !== 'http' || user?.includes(':') !== true, {
		path: ['user'],
		error: INPUT_SENTENCES.httpUser,
	});
export type UpstreamProxy = z.infer<typeof upstreamProxySchema>;
