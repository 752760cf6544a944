import { useEffect, useState } from 'react';
import type { KeptLesson } from '../../../common/contract/calls/settings.ts';
import {
	filledFilter,
	type Lesson,
	type LessonEndpoint,
	type LessonText,
	mistakesNow,
	NOTHING,
	progress,
	soughtNow,
	type Tally,
} from '../../../common/lessons/index.ts';
import { useLiveCapture } from '../../app/state/capture/capture-status.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { keepLesson } from '../../app/state/window/lessons.ts';
import { followMistake, followStep } from './follow.ts';
import { Peers } from './peers.ts';

/** What is known of the current step. */
export interface StepFacts {
	readonly tally: Tally;
	readonly wrong: LessonText | undefined;
	/** The system did not say which program was at the other end. */
	readonly unknown: boolean;
	/** Why the traffic could not be looked through. */
	readonly failure: string | undefined;
}

const NO_FACTS: StepFacts = { tally: NOTHING, wrong: undefined, unknown: false, failure: undefined };

/** Looks in the live capture for what completes the current step of an open lesson, and keeps how far the person is. */
export function useProgress(lesson: Lesson, kept: KeptLesson, { host, port, endpoint }: LessonEndpoint): StepFacts {
	const capture = useLiveCapture(({ id }) => id);
	const key = `${lesson.id} ${kept.shown.length} ${kept.began} ${kept.capture}`;
	const [facts, setFacts] = useState({ key, ...NO_FACTS });

	// biome-ignore lint/correctness/useExhaustiveDependencies: the key has what is used of the lesson's place
	useEffect(() => {
		if (capture === '') return;
		if (capture !== kept.capture) {
			keepLesson(lesson.id, { ...kept, capture, began: 0, shown: kept.shown.map(() => -1) });
			return;
		}
		const step = lesson.steps[kept.shown.length];
		const sought = soughtNow(lesson, kept);
		if (step === undefined || sought === undefined) return;
		const { program } = step.done;
		const at = { host, port, endpoint };
		const peers = new Peers();
		let found = NO_FACTS;
		let mistakes = step.wrong.map((): number | undefined => undefined);
		const show = (change: Partial<StepFacts>) => {
			found = { ...found, ...change };
			setFacts({ key, ...found });
		};
		show({});
		const update = (tally: Tally) => {
			const { place, wrong } = progress(lesson, kept, { tally, mistakes });
			show({ tally, wrong, failure: undefined });
			if (place === kept) return;
			const shown = [...place.shown];
			keepLesson(lesson.id, { ...kept, shown, finished: kept.finished || shown.length === lesson.steps.length });
		};
		const counts = async ({ connection }: { readonly connection: number }) => {
			if (program === undefined) return true;
			if (connection === 0) return false;
			const { programs, own } = await peers.of(connection);
			if (own) return false;
			if (programs.length === 0) show({ unknown: true });
			return programs.length === 0 || programs.some((name) => name.toLowerCase().includes(program.toLowerCase()));
		};
		const onError = (error: Error) => show({ failure: error.message });
		const written = (one: { readonly filter: string; readonly from: number }) => ({
			...one,
			filter: filledFilter(one.filter, at),
		});
		const stops = [
			followStep(step.done, written(sought), counts, { onTally: update, onError }),
			...mistakesNow(lesson, kept).map((one, i) =>
				followMistake(written(one), {
					onFound: (n) => {
						mistakes = mistakes.with(i, n);
						update(found.tally);
					},
					onError,
				}),
			),
			...(program === undefined ? [] : [lookAtNew(peers)]),
		];
		return () => {
			for (const stop of stops) stop();
		};
	}, [key, capture, host, port, endpoint]);

	return facts.key === key ? facts : NO_FACTS;
}

/** Connections of one change that are looked at: more are no person's program. */
const MOST_NEW = 8;

/** Looks for the program of each new connection at once. Returns a function that ends it. */
function lookAtNew(peers: Peers): () => void {
	return useWorkbench.subscribe(({ connections }, before) => {
		if (connections === before.connections) return;
		const added = [...connections.keys()].filter((id) => !before.connections.has(id));
		for (const id of added.slice(0, MOST_NEW)) void peers.look(id);
	});
}
