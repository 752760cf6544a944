import type { DoneWhen, Lesson, LessonText } from './lesson.ts';

/** How far a person is in a lesson. Numbers are those of events in one capture. */
export interface LessonPlace {
	/** The first event that counts for the lesson. */
	readonly began: number;
	/** The event that showed each finished step, in the order of the steps. */
	readonly shown: readonly number[];
}

/** Events to look for: those that a filter finds, from number `from` on. */
export interface Sought {
	readonly filter: string;
	readonly from: number;
}

/** An event that was found. `connection`: 0 for an event of the endpoint itself. */
export interface FoundEvent {
	readonly n: number;
	/** Nanoseconds. */
	readonly time: bigint;
	readonly connection: number;
}

/** What was found so far of what completes a step. */
export interface Tally {
	readonly count: number;
	/** Different connections, as far as they matter. */
	readonly connections: readonly number[];
	/** When the first of them happened, in nanoseconds. */
	readonly since: bigint | undefined;
	/** The event that completed the step. */
	readonly shown: number | undefined;
}

const NS_PER_MS = 1_000_000n;

export const NOTHING: Tally = { count: 0, connections: [], since: undefined, shown: undefined };

/** The tally after another event, which is later than those before. */
export function counted(when: DoneWhen, tally: Tally, { n, time, connection }: FoundEvent): Tally {
	if (tally.shown !== undefined) return tally;
	const { count: enough, connections: wanted = 0, within } = when;
	const isLate = within !== undefined && tally.since !== undefined && time - tally.since > BigInt(within) * NS_PER_MS;
	const before = isLate ? NOTHING : tally;
	const isNew = connection !== 0 && before.connections.length < wanted && !before.connections.includes(connection);
	const connections = isNew ? [...before.connections, connection] : before.connections;
	const count = before.count + 1;
	const shown = count >= enough && connections.length >= wanted ? n : undefined;
	return { count, connections, since: before.since ?? time, shown };
}

/** The first event that counts for the step after those that are done. */
function stepFrom({ began, shown }: LessonPlace): number {
	const last = shown.at(-1);
	return last === undefined ? began : last + 1;
}

/** What completes the current step; undefined when every step is done. */
export function soughtNow({ steps }: Lesson, place: LessonPlace): Sought | undefined {
	const when = steps[place.shown.length]?.done;
	return when && { filter: when.filter, from: when.from === 'lesson' ? place.began : stepFrom(place) };
}

/** The mistakes that the current step knows. */
export function mistakesNow({ steps }: Lesson, place: LessonPlace): Sought[] {
	return (steps[place.shown.length]?.wrong ?? []).map(({ filter }) => ({ filter, from: stepFrom(place) }));
}

/** What was found of the current step. */
export interface Facts {
	readonly tally: Tally;
	/** The last event of each of its mistakes, in their order; undefined where it was not made. */
	readonly mistakes: readonly (number | undefined)[];
}

export interface Progress {
	/** Moved on where the current step is done. */
	readonly place: LessonPlace;
	/** Index of the step that is next; undefined when every step is done. */
	readonly current: number | undefined;
	/** What helps a person with the last mistake that they made in the current step. */
	readonly wrong: LessonText | undefined;
}

/** Where a person is in a lesson after what was found: at most one step further. */
export function progress({ steps }: Lesson, place: LessonPlace, { tally, mistakes }: Facts): Progress {
	const at = place.shown.length;
	const step = steps[at];
	if (step === undefined) return { place, current: undefined, wrong: undefined };
	if (tally.shown !== undefined) {
		// Events since the begin of the lesson may be older than the step before.
		const next = { began: place.began, shown: [...place.shown, Math.max(tally.shown, place.shown.at(-1) ?? 0)] };
		return { place: next, current: at + 1 < steps.length ? at + 1 : undefined, wrong: undefined };
	}
	const last = Math.max(-1, ...mistakes.map((n) => n ?? -1));
	return { place, current: at, wrong: last < 0 ? undefined : step.wrong[mistakes.indexOf(last)]?.text };
}
