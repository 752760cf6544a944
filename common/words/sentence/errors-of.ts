import { type ErrorCode, type ErrorDetails, WirebenchError } from '../../contract/base/errors.ts';
import type { SentenceParams } from '../../contract/base/sentence.ts';
import { type Entry, type SentenceTable, spoken } from './entry.ts';

type ParamsOf<T> = T extends (params: infer P) => string ? P : unknown;

/** What a sentence and its hint are functions of; unknown where they have no parameters. */
type EntryParams<E extends Entry> = E extends { readonly message: infer M; readonly hint: infer H }
	? ParamsOf<M> & ParamsOf<H>
	: ParamsOf<E>;

/** A text can be that of another error, whose sentence is then put into words with it. */
type Given<P> = { readonly [K in keyof P]: string extends P[K] ? P[K] | WirebenchError : P[K] };

type Rest<E extends Entry> =
	unknown extends EntryParams<E>
		? [params?: Readonly<Record<string, never>>, details?: ErrorDetails]
		: [params: Given<EntryParams<E>>, details?: ErrorDetails];

/** Makes an error whose message, and whose hint, are the sentence of this code with these parameters. */
export type MakeError<T extends SentenceTable> = <S extends keyof T & string>(
	code: ErrorCode,
	says: S,
	...rest: Rest<T[S]>
) => WirebenchError;

/** Makes the errors whose sentences are in a table of English. A hint in `details` stays where the sentence has none. */
export function errorsOf<T extends SentenceTable>(table: T): MakeError<T> {
	return (code, says, ...rest) => {
		const [params, details = {}] = rest;
		const entry = table[says];
		if (entry === undefined) throw new TypeError(`There is no sentence ${says}.`);
		const { message, hint } = spoken(entry, textsIn(params ?? {}));
		return new WirebenchError(code, message, {
			...details,
			...(hint === '' ? {} : { hint }),
			says: { code: says, params: sentencesIn(params ?? {}) },
		});
	};
}

function textsIn(params: object): object {
	return Object.fromEntries(
		Object.entries(params).map(([name, value]) => [name, value instanceof WirebenchError ? value.message : value]),
	);
}

/** Parameters as they are sent: without those that are left out. */
function sentencesIn(params: object): SentenceParams {
	const sent: Record<string, SentenceParams[string]> = {};
	for (const [name, value] of Object.entries(params)) {
		if (value instanceof WirebenchError) sent[name] = value.details.says ?? value.message;
		else if (typeof value === 'string' || typeof value === 'number') sent[name] = value;
	}
	return sent;
}
