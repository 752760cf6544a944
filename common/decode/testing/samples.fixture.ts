import type { Context } from '../core/decoder.ts';
import { fromHex } from './hex.fixture.ts';

/** A message that the tests of a decoder share. */
export interface Sample {
	readonly name: string;
	readonly bytes: Uint8Array;
	readonly context: Context;
}

/** A sample in hex, with white space as one likes. */
export function sample(name: string, hex: string, context: Context): Sample {
	return { name, bytes: fromHex(hex), context };
}

/** A sample in ASCII, with CR LF for each line end. */
export function textSample(name: string, text: string, context: Context): Sample {
	return { name, bytes: new TextEncoder().encode(text.replace(/\r?\n/g, '\r\n')), context };
}

/** The first sample whose name begins so. Throws an error where there is none. */
export function sampleNamed(samples: readonly Sample[], begin: string): Sample {
	const found = samples.find(({ name }) => name.startsWith(begin));
	if (found === undefined) throw new Error(`no sample ${begin}`);
	return found;
}
