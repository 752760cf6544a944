import { getCACertificates } from 'node:tls';
import type { Pem } from '../../../common/contract/config/tls.ts';
import type { Authority } from './authority.ts';
import { type PathWords, readCertificates, readPem } from './pem.ts';

/** The certificates of a CA that a person has configured. */
export async function readAuthority(source: Pem, path: string, words?: PathWords): Promise<string[]> {
	return readCertificates(await readPem(source, path, words), path).map(String);
}

/** The trusted authorities: Node's and the system's, Wirebench's own, and a configured one. */
export async function trustedAuthorities(
	authority: Authority,
	more: Pem | undefined,
	words?: PathWords,
): Promise<string[]> {
	const given = more === undefined ? [] : await readAuthority(more, 'tls.ca', words);
	const own = await authority.existing();
	return [
		...new Set([
			...getCACertificates('default'),
			...getCACertificates('system'),
			...(own === undefined ? [] : [own]),
			...given,
		]),
	];
}
