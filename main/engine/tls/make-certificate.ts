import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import * as x509 from '@peculiar/x509';
import { asciiName } from './ascii-name.ts';

/** A certificate with its key, both PEM. */
export interface PemPair {
	readonly cert: string;
	readonly key: string;
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const RSA = {
	name: 'RSASSA-PKCS1-v1_5',
	hash: 'SHA-256',
	modulusLength: 2048,
	publicExponent: new Uint8Array([1, 0, 1]),
} as const;
/** Old cipher suites encrypt with an RSA key (RFC 5246, section 7.4.2). */
const RSA_USES = x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.keyEncipherment;
const DAY_MS = 86_400_000;
const AUTHORITY_DAYS = 3650;
/** Some programs accept no more than 398 days. */
const LEAF_DAYS = 365;

/** The contents of a certificate. `names`: DNS names and addresses. */
export interface Wanted {
	readonly names: readonly string[];
	/** Start and end of its validity in days from now. */
	readonly days?: readonly [number, number];
	/** Left out: it is self-signed. */
	readonly issuer?: PemPair | undefined;
	/** Kind of its key; making one of RSA takes a tenth of a second or more. Left out: elliptic curve. */
	readonly key?: 'ec' | 'rsa';
}

/** A certificate of an authority, which signs others. `name`: its common name. */
export async function makeAuthority(name: string): Promise<PemPair> {
	const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
	const certificate = await x509.X509CertificateGenerator.createSelfSigned({
		...validity([-1, AUTHORITY_DAYS]),
		serialNumber: serial(),
		name: [{ O: ['Wirebench'] }, { CN: [name] }],
		signingAlgorithm: ALGORITHM,
		keys,
		extensions: [
			new x509.BasicConstraintsExtension(true, 0, true),
			new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
			await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
		],
	});
	return { cert: certificate.toString('pem'), key: await keyPem(keys.privateKey) };
}

/** A certificate for servers and clients, without its signer's after it. */
export async function makeCertificate({ names, days = [-1, LEAF_DAYS], issuer, key }: Wanted): Promise<PemPair> {
	const algorithm = key === 'rsa' ? RSA : ALGORITHM;
	const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
	const subject = [{ O: ['Wirebench'] }, { CN: [names[0] ?? 'wirebench'] }];
	const signedBy = issuer === undefined ? undefined : new x509.X509Certificate(issuer.cert);
	const certificate = await x509.X509CertificateGenerator.create({
		...validity(days),
		serialNumber: serial(),
		subject,
		issuer: signedBy?.subject ?? subject,
		signingAlgorithm: issuer === undefined ? algorithm : ALGORITHM,
		publicKey: keys.publicKey,
		signingKey: issuer === undefined ? keys.privateKey : await signingKey(issuer.key),
		extensions: [
			new x509.BasicConstraintsExtension(false, undefined, true),
			new x509.KeyUsagesExtension(key === 'rsa' ? RSA_USES : x509.KeyUsageFlags.digitalSignature, true),
			new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth, x509.ExtendedKeyUsage.clientAuth]),
			new x509.SubjectAlternativeNameExtension(
				names.map((name) => {
					const named = isIP(name) === 0;
					return { type: named ? 'dns' : 'ip', value: named ? asciiName(name) : name } as const;
				}),
			),
			await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
			await x509.AuthorityKeyIdentifierExtension.create(signedBy?.publicKey ?? keys.publicKey),
		],
	});
	return { cert: certificate.toString('pem'), key: await keyPem(keys.privateKey) };
}

function validity([from, to]: readonly [number, number]): { notBefore: Date; notAfter: Date } {
	const now = Date.now();
	return { notBefore: new Date(now + from * DAY_MS), notAfter: new Date(now + to * DAY_MS) };
}

/** Positive, as RFC 5280 section 4.1.2.2 requires, in hexadecimal. */
function serial(): string {
	const bytes = randomBytes(16);
	bytes[0] = (bytes[0] ?? 0) & 0x7f || 1;
	return bytes.toString('hex');
}

async function keyPem(key: Awaited<ReturnType<typeof signingKey>>): Promise<string> {
	return x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}

function signingKey(pem: string) {
	const der = x509.PemConverter.decodeFirst(pem);
	return crypto.subtle.importKey('pkcs8', der, ALGORITHM, false, ['sign']);
}
