import { nearest } from '../../words/near.ts';

/** The known name that was probably meant, or else all of them: what a sentence about an unknown name offers. */
export function likelyNames(name: string, known: readonly string[]): string {
	return nearest(name, known) ?? known.join(', ');
}
