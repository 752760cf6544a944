import { LIMITS } from '../../../common/contract/base/limits.ts';
import { type Sequence, sequenceSchema } from '../../../common/protocol-tests/test-schema.ts';
import { freeName } from '../../app/shared/free.ts';
import { updateSettings, useSettings } from '../../app/state/window/settings.ts';
import { toast } from '../../app/state/window/toasts.ts';
import { exampleTest, namesOf } from './blank.ts';
import { select, useTests } from './store.ts';

/** Why a test can be neither saved nor run; undefined when it can. */
export function faultOf(sequence: Sequence): { readonly path: string; readonly message: string } | undefined {
	const [issue] = sequenceSchema.safeParse(sequence).error?.issues ?? [];
	return issue && { path: issue.path.join('.'), message: issue.message };
}

function put(sequences: readonly Sequence[]): void {
	updateSettings({ sequences: [...sequences] });
}

function add(made: Sequence): void {
	const { sequences } = useSettings.getState();
	if (sequences.length >= LIMITS.savedSequences) {
		toast({ tone: 'error', title: `${LIMITS.savedSequences} tests are kept at most`, text: 'Delete one first.' });
		return;
	}
	put([...sequences, made]);
	select(sequences.length);
}

export function addTest(): void {
	add(exampleTest(useSettings.getState().sequences));
}

export function duplicateTest(sequence: Sequence): void {
	add({ ...sequence, name: freeName(`${sequence.name} copy`, namesOf(useSettings.getState().sequences)) });
}

/** Saves a change; an incomplete one waits in the editor. */
export function changeTest(index: number, changed: Sequence): void {
	if (faultOf(changed) !== undefined) return;
	put(useSettings.getState().sequences.map((kept, at) => (at === index ? changed : kept)));
}

/** Deletes one, which can be undone. */
export function deleteTest(index: number): void {
	const { sequences } = useSettings.getState();
	const gone = sequences[index];
	if (gone === undefined) return;
	put(sequences.filter((_, at) => at !== index));
	const { selected } = useTests.getState();
	select(Math.max(0, Math.min(selected, sequences.length - 2)));
	const undo = () => {
		const now = useSettings.getState().sequences;
		put([...now.slice(0, index), gone, ...now.slice(index)]);
		select(index);
	};
	toast({ tone: 'info', title: `“${gone.name}” deleted`, action: { label: 'Undo', run: undo } });
}
