import type { SecureContext } from 'node:tls';
import type { MadeIdentity } from '../../../common/contract/config/tls.ts';
import type { Authority } from './authority.ts';
import { madePair } from './identity.ts';
import type { PemPair } from './make-certificate.ts';

/** Maximum number of cached names: clients may request any number. */
const KEPT = 200;

/** Certificates for the names that clients request, each generated on first request. */
export class NameContexts {
	readonly #flaw: MadeIdentity['flaw'];
	readonly #authority: Authority;
	/** The names that the server's own certificate covers. */
	readonly #covered: ReadonlySet<string>;
	readonly #contextOf: (pair: PemPair) => SecureContext;
	readonly #made = new Map<string, Promise<SecureContext>>();

	constructor(
		flaw: MadeIdentity['flaw'],
		authority: Authority,
		covered: readonly string[],
		contextOf: (pair: PemPair) => SecureContext,
	) {
		this.#flaw = flaw;
		this.#authority = authority;
		this.#covered = new Set(covered);
		this.#contextOf = contextOf;
	}

	/** Node's `SNICallback`. Without a context the server's own is used. */
	readonly callback = (name: string, done: (error: Error | null, context?: SecureContext) => void): void => {
		if (this.#covered.has(name)) {
			done(null);
			return;
		}
		this.#context(name).then(
			(context) => done(null, context),
			(error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
		);
	};

	#context(name: string): Promise<SecureContext> {
		const known = this.#made.get(name);
		if (known !== undefined) return known;
		const context = madePair(this.#flaw, this.#authority, [name]).then(this.#contextOf);
		this.#made.set(name, context);
		const [oldest] = this.#made.keys();
		if (this.#made.size > KEPT && oldest !== undefined) this.#made.delete(oldest);
		return context;
	}
}
