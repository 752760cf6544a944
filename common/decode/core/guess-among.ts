import type { Context, Decoder } from './decoder.ts';
import { beginOf, isAtPorts, mayBegin, surenessOf, WORTH } from './guess.ts';

/** A decoder whose protocol a message may be of, by its first byte. */
interface Candidate {
	readonly decoder: Decoder;
	/** Place among all: of two that are equally sure, the first is it. */
	readonly place: number;
	readonly atPorts: boolean;
	/** How sure it is at most; undefined where that depends on more bytes. */
	readonly most: number | undefined;
}

interface Candidates {
	/** Those of which it is not known how sure they are at most come last: they may cost much, and be excluded by then. */
	readonly some: readonly Candidate[];
	/** The surest first, and those of which it is not known. */
	readonly others: readonly Candidate[];
}

/** By the first byte; the last for no bytes. */
type Plan = (Candidates | undefined)[];
const NO_BYTE = 256;

/**
 * Finds what messages most probably are, where that is one of some decoders, and sure enough to be worth showing. The same as the
 * first of the guesses about all, without asking those decoders that cannot be it: what a transport, ports and a first byte
 * exclude is looked up once.
 */
export class GuessAmong {
	readonly #some: readonly Decoder[];
	readonly #all: readonly Decoder[];
	/** By the transport and the decoders whose usual ports a message has. */
	readonly #plans = new Map<string, Plan>();
	/** Messages that follow each other mostly have the same ports. */
	#last: { readonly context: Context; readonly plan: Plan } | undefined;

	constructor(some: readonly Decoder[], all: readonly Decoder[]) {
		this.#some = some;
		this.#all = all;
	}

	guess(bytes: Uint8Array, context: Context): Decoder | undefined {
		const { some, others } = this.#candidates(bytes[0], context);
		if (some.length === 0) return undefined;
		const begin = beginOf(bytes);
		let best: Candidate | undefined;
		let sure = 0;
		for (const candidate of some) {
			const bound = mostSure(candidate, begin, context);
			if (bound < WORTH || isBehind(bound, candidate, sure, best)) continue;
			const own = sureness(candidate, begin, context);
			if (isBehind(own, candidate, sure, best)) continue;
			best = candidate;
			sure = own;
		}
		if (best === undefined || sure < WORTH) return undefined;
		for (const other of others) {
			if (other.most !== undefined && other.most < sure) break;
			if (isBehind(mostSure(other, begin, context), other, sure, best)) continue;
			if (!isBehind(sureness(other, begin, context), other, sure, best)) return undefined;
		}
		return best.decoder;
	}

	#candidates(first: number | undefined, context: Context): Candidates {
		const plan = this.#plan(context);
		const at = first ?? NO_BYTE;
		plan[at] ??= this.#find(first, context);
		return plan[at];
	}

	#plan(context: Context): Plan {
		const last = this.#last;
		if (last !== undefined && last.context.ports === context.ports && last.context.transport === context.transport)
			return last.plan;
		const key = `${context.transport} ${this.#all.map((decoder) => (isAtPorts(decoder, context) ? 1 : 0)).join('')}`;
		const plan = this.#plans.get(key) ?? [];
		this.#plans.set(key, plan);
		this.#last = { context, plan };
		return plan;
	}

	#find(first: number | undefined, context: Context): Candidates {
		const all = this.#all.flatMap((decoder, place): Candidate[] => {
			if (!mayBegin(decoder, first, context)) return [];
			const atPorts = isAtPorts(decoder, context);
			const { most = 1 } = decoder;
			return [{ decoder, place, atPorts, most: typeof most === 'number' ? surenessOf(most, atPorts) : undefined }];
		});
		return {
			some: all.filter(({ decoder }) => this.#some.includes(decoder)).toSorted((a, b) => isOpen(a) - isOpen(b)),
			others: all
				.filter(({ decoder }) => !this.#some.includes(decoder))
				.toSorted((a, b) => (b.most ?? Number.POSITIVE_INFINITY) - (a.most ?? Number.POSITIVE_INFINITY)),
		};
	}
}

const sureness = ({ decoder, atPorts }: Candidate, begin: Uint8Array, context: Context): number =>
	surenessOf(decoder.recognise(begin, context), atPorts);

/** What `sureness` is at most. */
function mostSure({ decoder, atPorts, most: known }: Candidate, begin: Uint8Array, context: Context): number {
	if (known !== undefined) return known;
	const { most } = decoder;
	return typeof most === 'function' ? surenessOf(most(begin, context), atPorts) : 1;
}

const isOpen = ({ most }: Candidate): number => (most === undefined ? 1 : 0);

const isBehind = (sure: number, { place }: Candidate, most: number, best: Candidate | undefined): boolean =>
	sure < most || (sure === most && best !== undefined && place > best.place);
