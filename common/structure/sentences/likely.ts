import { nearest } from '../../words/near.ts';
import { type Said, saidFault } from './said.ts';

/** The known name that was probably meant, or else all of them: what a sentence about an unknown name offers. */
export function likelyNames(name: string, known: readonly string[]): string {
	return nearest(name, known) ?? known.join(', ');
}

/** That there is no field of a name, with the name that was probably meant. */
export function noField(name: string, near: string | undefined): Said {
	return near === undefined
		? saidFault('expressionNoField', { name })
		: saidFault('expressionNearField', { name, near });
}
