import { WirebenchError } from '../../contract/base/errors.ts';
import type { Sentence, SentenceParams } from '../../contract/base/sentence.ts';
import { type Entry, type SentenceTable, spoken } from './entry.ts';

/** A text in English, and the sentence that it is. */
export interface Said {
	readonly message: string;
	readonly says: Sentence;
}

type ParamsOf<T> = T extends (params: infer P) => string ? P : unknown;

/** What a sentence and its hint are functions of; unknown where they have no parameters. */
type EntryParams<E extends Entry> = E extends { readonly message: infer M; readonly hint: infer H }
	? ParamsOf<M> & ParamsOf<H>
	: ParamsOf<E>;

/** A text can be that of another error or sentence, which is then put into words with it. */
type Given<P> = { readonly [K in keyof P]: string extends P[K] ? P[K] | WirebenchError | Said : P[K] };

/** The parameters of a sentence, and what else follows them. */
export type Rest<E extends Entry, More extends readonly unknown[] = []> =
	unknown extends EntryParams<E>
		? [params?: Readonly<Record<string, never>>, ...more: Partial<More>]
		: [params: Given<EntryParams<E>>, ...more: Partial<More>];

/** Makes the English of the sentence with this code and these parameters. */
export type Say<T extends SentenceTable> = <S extends keyof T & string>(says: S, ...rest: Rest<T[S]>) => Said;

/** A text as a parameter of a sentence: with its own sentence where it has one. */
export function given({
	message,
	says,
}: {
	readonly message: string;
	readonly says?: Sentence | undefined;
}): string | Said {
	return says === undefined ? message : { message, says };
}

/** Makes the sentences of a table of English. */
export function sayingOf<T extends SentenceTable>(table: T): Say<T> {
	return (code, ...[params]) => {
		const { message, says } = saidBy(table, code, params);
		return { message, says };
	};
}

/** A sentence of a table, and its hint, which is empty where there is none. */
export function saidBy(table: SentenceTable, code: string, params: object = {}): Said & { readonly hint: string } {
	const entry = table[code];
	if (entry === undefined) throw new TypeError(`There is no sentence ${code}.`);
	return { ...spoken(entry, textsIn(params)), says: { code, params: sentencesIn(params) } };
}

function isSaid(value: unknown): value is Said {
	return typeof value === 'object' && value !== null && 'message' in value && 'says' in value;
}

function textsIn(params: object): object {
	return Object.fromEntries(
		Object.entries(params).map(([name, value]) => [
			name,
			value instanceof WirebenchError || isSaid(value) ? value.message : value,
		]),
	);
}

/** Parameters as they are sent: without those that are left out. */
function sentencesIn(params: object): SentenceParams {
	const sent: Record<string, SentenceParams[string]> = {};
	for (const [name, value] of Object.entries(params)) {
		if (value instanceof WirebenchError) sent[name] = value.details.says ?? value.message;
		else if (isSaid(value)) sent[name] = value.says;
		else if (typeof value === 'string' || typeof value === 'number') sent[name] = value;
	}
	return sent;
}
