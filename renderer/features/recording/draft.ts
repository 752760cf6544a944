import type { Recording, RecordingPlace, RecordingSide } from '../../../common/contract/calls/recording.ts';
import { mockOf, type RecordedAs, testOf, tlsAgain } from '../../../common/recording/index.ts';
import { dialogWords } from '../../words/dialogs.ts';
import type { Recorded } from './use-recording.ts';

/** What a person has chosen; a field is undefined while its proposal stands. */
export interface RecordingDraft {
	readonly as: RecordedAs;
	/** The side that a test or a replay takes. */
	readonly side: RecordingSide;
	readonly names: Readonly<Partial<Record<RecordedAs, string>>>;
	readonly places: Readonly<Partial<Record<RecordingSide, string>>>;
	/** Numbers of the proposals that stay as recorded. */
	readonly fixed: ReadonlySet<number>;
	/** Whether it has TLS, and whether a client verifies the server; undefined: as recorded. */
	readonly tls: boolean | undefined;
	readonly verify: boolean | undefined;
	readonly rhythm: boolean;
	readonly ignoreVarying: boolean;
}

export function firstDraft(as: RecordedAs): RecordingDraft {
	const blank = { names: {}, places: {}, fixed: new Set<number>(), tls: undefined, verify: undefined };
	return { as, side: 'client', ...blank, rhythm: false, ignoreVarying: true };
}

/** A mock is the server. */
export function sideOf({ as, side }: Pick<RecordingDraft, 'as' | 'side'>): RecordingSide {
	return as === 'mock' ? 'server' : side;
}

/** The place with TLS as it is chosen; undefined where the text is none. */
export function chosenPlace(
	place: RecordingPlace | undefined,
	{ tls: was }: Pick<Recording, 'tls'>,
	{ tls = was !== undefined, verify }: Pick<RecordingDraft, 'tls' | 'verify'>,
): RecordingPlace | undefined {
	if (place?.protocol !== 'tcp' || !tls) return place;
	const again = tlsAgain(was);
	return { ...place, tls: { ...again, verify: verify ?? again.verify } };
}

/** The varying parts that are chosen. */
function varyingOf({ varying }: Recorded, { fixed }: RecordingDraft) {
	// Proposals are numbered from 1.
	return varying.filter((_, n) => !fixed.has(n + 1));
}

/** Throws what `testOf` throws. */
export function madeTest(recorded: Recorded, draft: RecordingDraft, name: string, place: RecordingPlace) {
	const request = { name, side: sideOf(draft), place, varying: varyingOf(recorded, draft) };
	return testOf(recorded.recording, request, dialogWords().recorded);
}

/** Throws what `mockOf` throws. */
export function madeMock(recorded: Recorded, draft: RecordingDraft, name: string, place: RecordingPlace) {
	return mockOf(recorded.recording, { name, place, varying: varyingOf(recorded, draft) }, dialogWords().recorded);
}
