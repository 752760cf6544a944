import type { ZodError } from 'zod';
import { issueSays } from '../../../common/json/issue-says.ts';
import { pathText } from '../../../common/json/issue-text.ts';
import { type Sequence, sequenceSchema } from '../../../common/protocol-tests/test-schema.ts';
import { isAt, namedPlace, placeKey } from '../../../common/workspace/named.ts';
import { freeName } from '../../app/shared/free.ts';
import { session } from '../../app/state/host/session.ts';
import { toast, toastError } from '../../app/state/window/toasts.ts';
import { dialogWords } from '../../words/dialogs.ts';
import { faultText } from '../../words/errors.ts';
import { words } from '../../words/index.ts';
import { exampleTest, namesOf } from './blank.ts';
import {
	type Draft,
	forgetRefusal,
	originOf,
	runOneByOne,
	shownTest,
	type TestPlace,
	type Tests,
	useTests,
} from './store.ts';

/** Milliseconds after a change until it is saved: what is typed in one go is one step of the history. */
const SAVE_MS = 400;

let timer: number | undefined;
let renames = 0;
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
	void saveDrafts();
	useTests.setState({ selected: namedPlace(test), refusal: undefined });
}

async function add(made: Sequence): Promise<void> {
	const { selected } = useTests.getState();
	// It is there at once, so that what is typed from now on is typed into it.
	useTests.setState(({ tests }) => ({ tests: [...tests, made], selected: namedPlace(made), refusal: undefined }));
	await queued(async () => {
		try {
			await session.call('testSave', { test: made });
		} catch (error) {
			useTests.setState((state) => ({
				tests: state.tests.filter((test) => !isAt(test, made)),
				drafts: without(state.drafts, made),
				selected: isShown(state, made) ? selected : state.selected,
			}));
			toastError(dialogWords().tests.notices.notAdded, error);
		}
	});
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
	useTests.setState((state) => {
		const place = namedPlace(shownTest(state) ?? changed);
		return { drafts: new Map([...state.drafts, [placeKey(place), { place, test: changed }]]) };
	});
	window.clearTimeout(timer);
	timer = window.setTimeout(() => void saveDrafts(), SAVE_MS);
}

/** Saves what was changed, now. */
export function saveDrafts(): Promise<void> {
	window.clearTimeout(timer);
	return queued(async () => {
		for (const key of useTests.getState().drafts.keys()) await save(key);
	});
}

/** Does it after what is being saved. */
function queued(work: () => Promise<void>): Promise<void> {
	saving = saving.then(work);
	return saving;
}

async function save(key: string): Promise<void> {
	const { drafts, tests } = useTests.getState();
	const draft = drafts.get(key);
	const before = tests.find((test) => placeKey(test) === key);
	if (draft === undefined || before === undefined || faultOf(draft.test) !== undefined) return;
	const { place, test } = draft;
	if (!isAt(test, place) && tests.some((other) => isAt(other, test))) return;
	useTests.setState((state) => moved(state, place, test));
	try {
		await session.call('testSave', { test, replaces: place });
	} catch (error) {
		useTests.setState((state) => moved(state, test, before));
		toastError(dialogWords().tests.notices.notSaved, error);
		return;
	}
	// What was changed in the meantime waits for the next time.
	useTests.setState((state) =>
		state.drafts.get(placeKey(test))?.test === test ? { drafts: without(state.drafts, test) } : {},
	);
}

/** The state with a test in place of the one at a place; what is shown, changed and open moves along. */
function moved(state: Tests, from: TestPlace, test: Sequence): Partial<Tests> {
	const to = namedPlace(test);
	const tests = state.tests.map((one) => (isAt(one, from) ? test : one));
	const draft = state.drafts.get(placeKey(from));
	if (isAt(from, to)) return { tests };
	const drafts = without(state.drafts, from);
	if (draft !== undefined) drafts.set(placeKey(to), { place: to, test: draft.test });
	const origins = new Map(state.origins);
	origins.set(placeKey(to), originOf(state, from));
	// Another test that gets the old name has an editor of its own.
	origins.set(placeKey(from), `${placeKey(from)} ${++renames}`);
	return { tests, drafts, origins, selected: isShown(state, from) ? to : state.selected };
}

function isShown(state: Tests, place: TestPlace): boolean {
	const shown = shownTest(state);
	return shown !== undefined && isAt(shown, place);
}

function without(drafts: Tests['drafts'], place: TestPlace): Map<string, Draft> {
	const rest = new Map(drafts);
	rest.delete(placeKey(place));
	return rest;
}

/** Runs all tests, one after the other. */
export async function runAll(): Promise<void> {
	await saveDrafts();
	await runOneByOne(useTests.getState().tests);
}

/** Deletes the test that is shown, which can be undone. */
export async function deleteTest(test: Sequence): Promise<void> {
	const { tests } = useTests.getState();
	const place = namedPlace(shownTest(useTests.getState()) ?? test);
	const at = tests.findIndex((one) => isAt(one, place));
	const next = tests[at + 1] ?? tests[at - 1];
	useTests.setState(({ drafts }) => ({
		drafts: without(drafts, place),
		selected: next && namedPlace(next),
		refusal: undefined,
	}));
	try {
		await session.call('testRemove', place);
	} catch (error) {
		useTests.setState({ selected: place });
		toastError(dialogWords().tests.notices.notDeleted, error);
		return;
	}
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
