import { structureFaults } from '../../words/en/sentences/structures.ts';
import { sayingOf } from '../../words/sentence/said.ts';

export type { Said } from '../../words/sentence/said.ts';

/** Makes a sentence about a structure, an expression in it, or its values. */
export const saidFault = sayingOf(structureFaults);
