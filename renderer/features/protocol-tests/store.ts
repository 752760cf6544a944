import { create } from 'zustand';
import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { SequenceRun } from '../../../common/contract/calls/protocol-tests.ts';
import type { Sequence } from '../../../common/protocol-tests/test-schema.ts';
import { namedPlace, placeKey } from '../../../common/workspace/named.ts';
import { session } from '../../app/state/host/session.ts';
import { toastError } from '../../app/state/window/toasts.ts';
import { dialogWords } from '../../words/dialogs.ts';

/** Which test: its name and folder. */
export type TestPlace = Pick<Sequence, 'name' | 'folder'>;

/** A changed test, and the place under which it is saved. */
export interface Draft {
	readonly place: TestPlace;
	readonly test: Sequence;
}

export interface Tests {
	/** Those of the workspace. */
	readonly tests: readonly Sequence[];
	/** The one that is shown; where it is gone the first. */
	readonly selected: TestPlace | undefined;
	/** Tests as they were changed and are not saved yet, by the `placeKey` under which they are saved. */
	readonly drafts: ReadonlyMap<string, Draft>;
	/** What a renamed test is still known by, by `placeKey`: its editor stays the same one. */
	readonly origins: ReadonlyMap<string, string>;
	/** By id. */
	readonly runs: ReadonlyMap<number, SequenceRun>;
	/** The latest run of each, by `placeKey`. */
	readonly latest: ReadonlyMap<string, number>;
	/** Why the selected one could not start. */
	readonly refusal: ErrorInfo | undefined;
}

export const useTests = create<Tests>()(() => ({
	tests: [],
	selected: undefined,
	drafts: new Map(),
	origins: new Map(),
	runs: new Map(),
	latest: new Map(),
	refusal: undefined,
}));

/** The test that is shown, as it is saved. */
export function shownTest({ tests, selected }: Pick<Tests, 'tests' | 'selected'>): Sequence | undefined {
	const wanted = selected === undefined ? undefined : placeKey(selected);
	return tests.find((test) => placeKey(test) === wanted) ?? tests[0];
}

/** What the editor of a test is known by. */
export function originOf({ origins }: Pick<Tests, 'origins'>, place: TestPlace): string {
	return origins.get(placeKey(place)) ?? placeKey(place);
}

export function forgetRefusal(): void {
	useTests.setState({ refusal: undefined });
}

/** Subscribes to the tests of the workspace and to the runs until the returned function is called. */
export function followTests(): () => void {
	const takeRuns = (received: readonly SequenceRun[], before: ReadonlyMap<number, SequenceRun>): void => {
		const runs = new Map([...before, ...received.map((run) => [run.id, run] as const)]);
		const latest = new Map([...runs.values()].map((run) => [placeKey(run.sequence), run.id]));
		useTests.setState({ runs, latest });
	};
	const takeTests = ({ tests }: { readonly tests: readonly Sequence[] }): void => useTests.setState({ tests });
	const onError = (error: unknown): void => toastError(dialogWords().tests.notices.noUpdates, error);
	const stops = [
		session.subscribe('tests', {}, { onSnapshot: takeTests, onDelta: takeTests, onError }),
		session.subscribe(
			'sequenceRuns',
			{},
			{
				onSnapshot: ({ runs }) => takeRuns(runs, new Map()),
				onDelta: ({ runs }) => takeRuns(runs, useTests.getState().runs),
				onError,
			},
		),
	];
	return () => {
		for (const stop of stops) stop();
	};
}

/** Starts a run; resolves to its id, or to undefined where it was refused. */
export async function startRun(sequence: Sequence): Promise<number | undefined> {
	forgetRefusal();
	try {
		return (await session.call('sequenceStart', { sequence })).run;
	} catch (error) {
		if (!(error instanceof WirebenchError)) throw error;
		useTests.setState({ refusal: error.toInfo() });
		return undefined;
	}
}

export async function stopRun(run: number): Promise<void> {
	try {
		await session.call('sequenceStop', { run });
	} catch (error) {
		toastError(dialogWords().tests.notices.notStopped, error);
	}
}

/** Counts requests to stop: what has not started by then does not start. */
let stops = 0;

/** Stops every run, and starts no further one of `runOneByOne`. */
export async function stopAll(): Promise<void> {
	stops++;
	const running = [...useTests.getState().runs.values()].filter(({ status }) => status === 'running');
	await Promise.all(running.map(({ id }) => stopRun(id)));
}

/** Resolves when a run has ended. */
function ended(run: number): Promise<void> {
	return new Promise((resolve) => {
		const look = ({ runs }: Tests): void => {
			if (runs.get(run)?.status === 'running' || !runs.has(run)) return;
			stop();
			resolve();
		};
		const stop = useTests.subscribe(look);
		look(useTests.getState());
	});
}

/** Runs tests one after the other: two may need the same port. One that is refused is shown as the selected one. */
export async function runOneByOne(tests: readonly Sequence[]): Promise<void> {
	const before = stops;
	for (const test of tests) {
		const run = await startRun(test);
		if (run === undefined) {
			useTests.setState({ selected: namedPlace(test) });
			return;
		}
		await ended(run);
		if (stops !== before) return;
	}
}
