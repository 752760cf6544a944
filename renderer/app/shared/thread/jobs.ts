import type { Ignore } from '../../../../common/contract/config/ignore.ts';
import { type ByteComparison, compareBytes, compileIgnores, type Placed } from '../../../../common/diff/index.ts';
import { findVarying, type turnsOf, type Varying } from '../../../../common/recording/index.ts';

/** Bytes to compare, and where they are. */
interface Compared {
	readonly bytes: Uint8Array;
	readonly placed: Placed;
}

/** Work that can take longer than a frame. Inputs and outputs are plain data: each is cloned on its way to the other thread. */
export interface JobTable {
	/** Fails with `bad-input` where a pattern does not compile. */
	readonly compareBytes: {
		readonly input: { readonly a: Compared; readonly b: Compared; readonly ignore: readonly Ignore[] };
		readonly output: ByteComparison;
	};
	readonly findVarying: { readonly input: ReturnType<typeof turnsOf>; readonly output: readonly Varying[] };
}
export type JobName = keyof JobTable;

/** What the thread is asked for. */
export type JobOrder<N extends JobName> = { [K in N]: { readonly name: K; readonly input: JobTable[K]['input'] } }[N];
/** What it answers: the result, or why there is none, for people. */
export type JobReply<N extends JobName> = { readonly output: JobTable[N]['output'] } | { readonly error: string };

const JOBS: { readonly [N in JobName]: (input: JobTable[N]['input']) => JobTable[N]['output'] } = {
	compareBytes({ a, b, ignore }) {
		const ignored = compileIgnores(ignore);
		return compareBytes(a.bytes, b.bytes, ignored(a.bytes, a.placed), ignored(b.bytes, b.placed));
	},
	findVarying,
};

/** Does the work in this thread. */
export function perform<N extends JobName>({ name, input }: JobOrder<N>): JobTable[N]['output'] {
	return JOBS[name](input);
}
