import type { ZodError } from 'zod';
import { issueSays } from '../../../common/json/issue-says.ts';
import { pathText } from '../../../common/json/issue-text.ts';
import { type Sequence, sequenceSchema } from '../../../common/protocol-tests/test-schema.ts';
import { namedPlace, placeKey } from '../../../common/workspace/named.ts';
import { freeName } from '../../app/shared/free.ts';
import { session } from '../../app/state/host/session.ts';
import { toast, toastError } from '../../app/state/window/toasts.ts';
import { dialogWords } from '../../words/dialogs.ts';
import { faultText } from '../../words/errors.ts';
import { words } from '../../words/index.ts';
import { exampleTest, namesOf } from './blank.ts';
import { forgetRefusal, runOneByOne, shownTest, type TestPlace, useTests } from './store.ts';

/** Milliseconds after a change until it is saved: what is typed in one go is one step of the history. */
const SAVE_MS = 400;

let timer: number | undefined;
/** Ends with the last saving: they are done one after the other. */
let saving: Promise<void> = Promise.resolve();

/** What a schema has found first: where, and a sentence. */
export function firstFault(
	error: ZodError | undefined,
): { readonly path: string; readonly message: string } | undefined {
	const [issue] = error?.issues ?? [];
	return issue && { path: pathText(issue.path), message: faultText(issueSays(issue)) };
}

/** Why a test can be neither saved nor run; undefined when it can. */
export function faultOf(test: Sequence): { readonly path: string; readonly message: string } | undefined {
	return firstFault(sequenceSchema.safeParse(test).error);
}

/** Shows another test; what was changed of the one before is saved. */
export function select(test: TestPlace): void {
	void saveDraft();
	useTests.setState({ selected: namedPlace(test), draft: undefined, refusal: undefined });
}

async function add(made: Sequence): Promise<void> {
	await saveDraft();
	try {
		await session.call('testSave', { test: made });
		useTests.setState({ selected: namedPlace(made), draft: undefined, refusal: undefined });
	} catch (error) {
		toastError(dialogWords().tests.notices.notAdded, error);
	}
}

export function addTest(): void {
	void add(exampleTest(useTests.getState().tests));
}

export function duplicateTest(test: Sequence): void {
	void add({ ...test, name: freeName(dialogWords().tests.copyName(test.name), namesOf(useTests.getState().tests)) });
}

/** Changes the test that is shown. It is saved soon; an incomplete one waits in the editor. */
export function changeTest(changed: Sequence): void {
	forgetRefusal();
	const { selected } = useTests.getState();
	useTests.setState((state) => ({ draft: changed, selected: selected ?? shownTest(state) }));
	window.clearTimeout(timer);
	timer = window.setTimeout(() => void saveDraft(), SAVE_MS);
}

/** Saves what was changed, now. */
export function saveDraft(): Promise<void> {
	window.clearTimeout(timer);
	saving = saving.then(async () => {
		const { draft, selected, tests } = useTests.getState();
		if (draft === undefined || selected === undefined || faultOf(draft) !== undefined) return;
		const isTaken = placeKey(draft) !== placeKey(selected) && tests.some((test) => placeKey(test) === placeKey(draft));
		if (isTaken) return;
		try {
			await session.call('testSave', { test: draft, replaces: namedPlace(selected) });
		} catch (error) {
			toastError(dialogWords().tests.notices.notSaved, error);
			return;
		}
		useTests.setState((state) => ({
			selected: state.selected === selected ? namedPlace(draft) : state.selected,
			draft: state.draft === draft ? undefined : state.draft,
		}));
	});
	return saving;
}

/** Runs all tests, one after the other. */
export async function runAll(): Promise<void> {
	await saveDraft();
	await runOneByOne(useTests.getState().tests);
}

/** Deletes the test that is shown, which can be undone. */
export async function deleteTest(test: Sequence): Promise<void> {
	window.clearTimeout(timer);
	const { tests, selected } = useTests.getState();
	const place = namedPlace(selected ?? test);
	const at = tests.findIndex((one) => placeKey(one) === placeKey(place));
	const next = tests[at + 1] ?? tests[at - 1];
	useTests.setState({ draft: undefined });
	try {
		await session.call('testRemove', place);
	} catch (error) {
		toastError(dialogWords().tests.notices.notDeleted, error);
		return;
	}
	useTests.setState({ selected: next && namedPlace(next), refusal: undefined });
	const undo = (): void => {
		session.call('workspaceUndo', {}).then(
			() => select(place),
			(error: unknown) => toastError(dialogWords().tests.notices.notBack, error),
		);
	};
	toast({
		tone: 'info',
		title: dialogWords().tests.deleted(place.name),
		action: { label: words().ui.undo, run: undo },
	});
}
