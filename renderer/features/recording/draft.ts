import type { RecordingPlace, RecordingSide } from '../../../common/contract/calls/recording.ts';
import { mockOf, type RecordedAs, testOf } from '../../../common/recording/index.ts';
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
	readonly rhythm: boolean;
	readonly ignoreVarying: boolean;
}

export function firstDraft(as: RecordedAs): RecordingDraft {
	const blank = { names: {}, places: {}, fixed: new Set<number>(), rhythm: false, ignoreVarying: true };
	return { as, side: 'client', ...blank };
}

/** A mock is the server. */
export function sideOf({ as, side }: Pick<RecordingDraft, 'as' | 'side'>): RecordingSide {
	return as === 'mock' ? 'server' : side;
}

/** The varying parts that are chosen. */
function varyingOf({ proposals }: Recorded, { fixed }: RecordingDraft) {
	return proposals.filter(({ number }) => !fixed.has(number)).map(({ varying }) => varying);
}

/** Throws what `testOf` throws. */
export function madeTest(recorded: Recorded, draft: RecordingDraft, name: string, place: RecordingPlace) {
	return testOf(recorded.recording, { name, side: sideOf(draft), place, varying: varyingOf(recorded, draft) });
}

/** Throws what `mockOf` throws. */
export function madeMock(recorded: Recorded, draft: RecordingDraft, name: string, place: RecordingPlace) {
	return mockOf(recorded.recording, { name, place, varying: varyingOf(recorded, draft) });
}
