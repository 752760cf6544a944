import { captureErrors } from './en/sentences/captures.ts';
import { eventTexts } from './en/sentences/events.ts';
import { damagedEvents, damagePlaces, damageReasons } from './en/sentences/files/damage.ts';
import { faultCounts, faultParts, framingParts, lossParts, planParts } from './en/sentences/note-parts.ts';
import { noteTexts } from './en/sentences/notes.ts';
import { replayTexts } from './en/sentences/recordings.ts';
import { scriptTexts } from './en/sentences/scripts.ts';
import { knownSentence } from './sentence/known.ts';

const { captureDamaged } = captureErrors;
const knownFaultCounts = knownSentence(faultCounts);
const knownLosses = knownSentence(lossParts);

/** Which sentence the text of an event, or of a note about a recorded conversation, is that was stored without one; undefined for other texts. */
export const knownEvent = knownSentence(
	{ ...eventTexts, ...noteTexts, ...scriptTexts, ...replayTexts, ...damagedEvents, captureDamaged },
	{
		faults: knownSentence(faultParts),
		fault: knownFaultCounts,
		counts: knownFaultCounts,
		framing: knownSentence(framingParts),
		plan: knownSentence(planParts),
		events: knownLosses,
		bytes: knownLosses,
		parts: knownLosses,
		reason: knownSentence(damagePlaces, { reason: knownSentence(damageReasons) }),
	},
);
