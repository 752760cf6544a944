/** Pseudorandom numbers that depend only on a seed. */
export interface Random {
	/** At least 0 and below 1, in steps of 2^-32. */
	next(): number;
	/** A whole number from 0 to `below` - 1, for `below` up to 2^32. */
	below(below: number): number;
}

/** The finalizer of MurmurHash3 (Austin Appleby, public domain): each bit of the result depends on each bit of `word`. */
function mix(word: number): number {
	let h = word;
	h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
	h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
	return (h ^ (h >>> 16)) >>> 0;
}

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/**
 * The generator xoshiro128** 1.1 of David Blackman and Sebastiano Vigna (2018, public domain,
 * https://prng.di.unimi.it/xoshiro128starstar.c). Its state of four words is derived from all words of `key`, of which
 * the low 32 bits count, so that different keys give independent sequences.
 */
export function createRandom(key: readonly number[]): Random {
	let hash = 0;
	for (const word of key) hash = mix((hash + 0x9e3779b9) ^ mix(word >>> 0));
	const word = (): number => {
		hash = (hash + 0x9e3779b9) | 0;
		return mix(hash);
	};
	let [a, b, c, d] = [word(), word(), word(), word()];
	// An all-zero state would never change.
	if ((a | b | c | d) === 0) a = 1;
	const draw = (): number => {
		const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
		const shifted = b << 9;
		c ^= a;
		d ^= b;
		b ^= c;
		a ^= d;
		c ^= shifted;
		d = rotate(d, 11);
		return result;
	};
	const next = (): number => draw() / 2 ** 32;
	return { next, below: (below) => Math.floor(next() * below) };
}
