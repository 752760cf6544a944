import { PROTOCOLS } from '../../decode/protocols.ts';

/** A name in a path that no field has. */
export interface UnknownField {
	/** Its index in the path. */
	readonly at: number;
	/** The path that was probably meant. */
	readonly near?: string;
}

/** The protocols whose fields a filter can name. */
export interface KnownProtocols {
	/** Their ids, in the order of completion. */
	readonly ids: readonly string[];
	/** The id that is written like this, in any case of letters; undefined where there is none. */
	idOf(written: string): string | undefined;
	/** The first name of a path that is wrong. Left out: any name is taken for one. */
	unknownIn?(path: readonly string[]): UnknownField | undefined;
}

/** Those with a decoder of ours, and structures by their ids. */
export function knownProtocols(structures: readonly string[]): KnownProtocols {
	const ids = [...structures, ...PROTOCOLS];
	// The built-in ones are last: they win over a structure of the same letters.
	const byLetters = new Map(ids.map((id) => [id.toLowerCase(), id]));
	const exact = new Set(ids);
	return { ids, idOf: (written) => (exact.has(written) ? written : byLetters.get(written.toLowerCase())) };
}

/** Any name is one: whether there is such a protocol is asked elsewhere. */
export const ANY_PROTOCOL: KnownProtocols = { ids: [], idOf: (written) => written };

/** Those of a workspace without structures. */
export const BUILT_IN = knownProtocols([]);
