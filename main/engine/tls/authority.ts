import { createPrivateKey, X509Certificate } from 'node:crypto';
import { link, mkdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { certificatesIn } from '../../../common/contract/config/tls.ts';
import { isMissing, readText, unfinishedName, whyUnreadable, writeSynced } from '../../files/index.ts';
import { engineError } from '../sentences/engine-error.ts';
import type { PemPair } from './make-certificate.ts';

/**
 * Wirebench's certificate authority: created on first use, and stored in one file (certificate and key, readable only
 * by its owner), so that programs that trust it keep trusting it. Without a folder it lives as long as the process.
 */
export class Authority {
	readonly file: string | undefined;
	#pair: Promise<PemPair> | undefined;

	constructor(folder: string | undefined) {
		this.file = folder === undefined ? undefined : join(folder, 'wirebench-ca.pem');
	}

	/** Fails with `tls` when it can neither be read nor created; the next call tries again. */
	pair(): Promise<PemPair> {
		if (this.#pair === undefined) {
			const pair = this.#load();
			this.#pair = pair;
			pair.catch(() => {
				this.#pair = undefined;
			});
		}
		return this.#pair;
	}

	/** The certificate that others must trust. */
	async certificate(): Promise<string> {
		return (await this.pair()).cert;
	}

	/** The certificate, if the authority exists; this does not create it. */
	async existing(): Promise<string | undefined> {
		if (this.#pair !== undefined) return (await this.#pair).cert;
		if (this.file === undefined || (await readIfThere(this.file)) === undefined) return undefined;
		return this.certificate();
	}

	async #load(): Promise<PemPair> {
		const { file } = this;
		const make = async () => {
			const { makeAuthority } = await import('./make-certificate.ts');
			return makeAuthority(`Wirebench authority of ${hostname()}`);
		};
		if (file === undefined) return make();
		const text = await readIfThere(file);
		if (text !== undefined) return parse(text, file);
		const made = await make();
		return (await keep(file, `${made.cert}\n${made.key}\n`)) ? made : parse(await readText(file, READING), file);
	}
}

/** Two PEM blocks are a few thousand bytes. */
const READING = { mostBytes: 1024 * 1024 };

async function readIfThere(file: string): Promise<string | undefined> {
	try {
		return await readText(file, READING);
	} catch (error) {
		if (isMissing(error)) return undefined;
		throw engineError('tls', 'authorityUnreadable', { file, reason: whyUnreadable(error) });
	}
}

/** Writes the whole file or nothing; false when another process was faster. */
async function keep(file: string, text: string): Promise<boolean> {
	const temporary = unfinishedName(file);
	try {
		await mkdir(join(file, '..'), { recursive: true, mode: 0o700 });
		await writeSynced(temporary, text);
		await link(temporary, file);
		return true;
	} catch (error) {
		const code = errorCode(error);
		if (code === 'EEXIST') return false;
		throw engineError('tls', 'authorityNotKept', { file, reason: code });
	} finally {
		await rm(temporary, { force: true }).catch((error: unknown) => {
			// A folder that cannot be written has nothing to remove, and its error is reported already.
			if (!(error instanceof Error)) throw error;
		});
	}
}

function parse(text: string, file: string): PemPair {
	const [cert = ''] = certificatesIn(text);
	let certificate: X509Certificate;
	let fits: boolean;
	try {
		certificate = new X509Certificate(cert);
		fits = certificate.checkPrivateKey(createPrivateKey(text.slice(text.indexOf('-----BEGIN PRIVATE KEY-----'))));
	} catch {
		// OpenSSL's messages do not help, and might quote the file.
		throw engineError('tls', 'authorityDamaged', { file });
	}
	if (!fits || !certificate.ca) throw engineError('tls', 'authorityOtherKey', { file });
	if (certificate.validToDate.getTime() < Date.now()) throw engineError('tls', 'authorityExpired', { file });
	return { cert, key: text.slice(text.indexOf('-----BEGIN PRIVATE KEY-----')).trim() };
}

function errorCode(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
