import type { RecordingPlace } from '../../../common/contract/calls/recording.ts';
import { placeNotes, type RecordedAs } from '../../../common/recording/index.ts';
import { createEndpoint } from '../../app/state/endpoints/endpoint-actions.ts';
import { session } from '../../app/state/host/session.ts';
import { closeDialog, openDialog } from '../../app/state/window/dialogs.ts';
import { toast } from '../../app/state/window/toasts.ts';
import { dialogWords } from '../../words/dialogs.ts';
import { madeMock, madeTest, type RecordingDraft, sideOf } from './draft.ts';
import { startReplay } from './store.ts';
import type { Recorded } from './use-recording.ts';

/** The conversation, and what becomes of it. */
export interface Wanted {
	readonly capture: string | undefined;
	readonly recorded: Recorded;
	readonly draft: RecordingDraft;
	readonly name: string;
	readonly place: RecordingPlace;
}

/** What of the conversation the result leaves out; the dialog shows the notes of the recording and of its place. */
function showNotes(name: string, { recorded: { recording }, draft, place }: Wanted, notes: readonly string[]): void {
	const { recording: words, recorded: phrases } = dialogWords();
	const shown = [...recording.notes, ...placeNotes(recording, place, sideOf(draft), phrases)];
	const text = notes.filter((note) => !shown.includes(note)).join(' ');
	if (text !== '') toast({ tone: 'info', title: words.leavesOut(name), text });
}

async function makeTest(wanted: Wanted): Promise<void> {
	const { recorded, draft, name, place } = wanted;
	const { made, notes } = madeTest(recorded, draft, name, place);
	await session.call('testSave', { test: made });
	openDialog({ kind: 'tests', shows: { name: made.name } });
	showNotes(made.name, wanted, notes);
}

async function makeMock(wanted: Wanted): Promise<void> {
	const { recorded, draft, name, place } = wanted;
	const { made, notes } = madeMock(recorded, draft, name, place);
	await createEndpoint(made);
	closeDialog();
	showNotes(made.name, wanted, notes);
}

function replay({ capture, recorded, draft, place }: Wanted): Promise<void> {
	const { rhythm, ignoreVarying } = draft;
	const how = { side: sideOf(draft), place, rhythm, ignoreVarying, withinMs: 5000 };
	return startReplay(capture, recorded.recording.connection, how);
}

const WORK: Readonly<Record<RecordedAs, (wanted: Wanted) => Promise<void>>> = {
	test: makeTest,
	mock: makeMock,
	replay,
};

/** Saves the test and shows it, creates the mock and selects it, or starts the replay. Rejects with what is wrong. */
export async function make(wanted: Wanted): Promise<void> {
	await WORK[wanted.draft.as](wanted);
}
