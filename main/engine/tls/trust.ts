import { getCACertificates } from 'node:tls';
import type { Pem } from '../../../common/contract/config/tls.ts';
import type { Authority } from './authority.ts';
import { readCertificates, readPem } from './pem.ts';

/** The certificates of a CA as a person has given it. */
export async function readAuthority(source: Pem, path: string): Promise<string[]> {
	return readCertificates(await readPem(source, path), path).map(String);
}

/** Whose servers are trusted: what Node and the system trust, Wirebench's authority, and one that a person names. */
export async function trustedAuthorities(authority: Authority, more: Pem | undefined): Promise<string[]> {
	const given = more === undefined ? [] : await readAuthority(more, 'tls.ca');
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
