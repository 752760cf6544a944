import { type Check, ok } from './check.ts';
import { agreements } from './tls-agreements.ts';
import { certificates } from './tls-certificates.ts';
import { streams } from './tls-streams.ts';

export { type Check, type Finding, runChecks } from './check.ts';
export type { Speech } from './speech.ts';
export { UDP_CHECKS } from './udp-bulk.ts';

/** Node's types do not have it where the library is BoringSSL. */
const openssl: string | undefined = process.versions.openssl;

const library: Check = {
	id: 'tls.library',
	title: ({ words }) => words.library.title,
	run: async () => {
		const { electron, node } = process.versions;
		const runtime = electron === undefined ? `Node ${node}` : `Electron ${electron}, Node ${node}`;
		const boring = Reflect.get(process.features, 'openssl_is_boringssl') === true;
		return ok(
			({ words }) => `${runtime}, ${boring ? 'BoringSSL' : `OpenSSL ${openssl ?? words.library.unknownVersion}`}`,
		);
	},
};

/**
 * The TLS features that the engine uses, tried by handshakes on loopback: the same in Node, whose library is OpenSSL, and
 * in Electron, whose library is BoringSSL.
 */
export const TLS_CHECKS: readonly Check[] = [library, ...agreements, ...certificates, ...streams];
