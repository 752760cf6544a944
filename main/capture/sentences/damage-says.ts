import { damagePlaces, damageReasons } from '../../../common/words/en/sentences/files/damage.ts';
import { sayingOf } from '../../../common/words/sentence/said.ts';

/** Makes the sentence for what is wrong in the bytes of a capture file. */
export const damageSays = sayingOf(damageReasons);

/** Adds its place. */
export const damageAtSays = sayingOf(damagePlaces);
