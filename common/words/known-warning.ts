import type { Sentence } from '../contract/base/sentence.ts';
import { damagePlaces, damageReasons } from './en/sentences/files/damage.ts';
import { captureWarnings, skippedPackets, warningParts } from './en/sentences/files/warnings.ts';
import { knownSentence } from './sentence/known.ts';

const reason = knownSentence(damageReasons);
const part = knownSentence(warningParts);
const parts = { state: part, segments: part, lost: part, held: part, between: part, from: part, to: part };

/** Which sentence a warning about a capture is: they travel and are kept as texts. Undefined for another text. */
export const knownWarning: (text: string) => Sentence | undefined = knownSentence(captureWarnings, {
	...parts,
	reason: knownSentence(damagePlaces, { reason }),
	packets: knownSentence(skippedPackets),
});
