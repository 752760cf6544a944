import type { Difference } from '../../../common/protocol-tests/difference-schema.ts';
import { type Captured, duration, excerpt, type Verdict } from '../../../common/protocol-tests/index.ts';
import { INLINE_NS } from '../rules/loop-budget.ts';
import type { ReadyExpectation } from './compile.ts';
import { failureSays, type Reason, StepFailure } from './step-failure.ts';
import type { Talk } from './talk.ts';
import { within } from './within.ts';

const NOTHING = new Uint8Array();

/** The expectation that received data has met. */
interface Match {
	/** Its index. */
	readonly at: number;
	readonly captured: Readonly<Record<string, Captured>>;
}

type Found = Match & { readonly taken: number };

/**
 * Waits until received data meets one of several expectations, the first that does, and consumes it. One that received
 * bytes are a beginning of is waited for before those after it. Rejects with a StepFailure.
 */
export async function firstMatch(
	signal: AbortSignal,
	talk: Talk,
	datagrams: boolean,
	expectations: readonly ReadyExpectation[],
	withinMs: number,
): Promise<Match> {
	/** What has met one while another one before it may still be met. */
	let second: Found | undefined;
	const only = expectations.length === 1 ? expectations[0] : undefined;
	const take = ({ at, captured, taken }: Found): Match => {
		talk.inbox.take(taken);
		return { at, captured };
	};
	const soFar = (): Difference | undefined => {
		const got = talk.inbox.next() ?? NOTHING;
		const expected = only?.expectation.expected(got);
		if (expected !== undefined) return excerpt(got.length, expected, got);
		return got.length === 0 ? undefined : excerpt(0, NOTHING, got);
	};
	const look = async (): Promise<Match | undefined> => {
		second = undefined;
		const { length } = talk.inbox;
		const got = talk.inbox.next();
		if (got !== undefined || !datagrams) {
			const verdicts = await judge(expectations, got ?? NOTHING, datagrams);
			const found = pick(verdicts);
			if (found !== undefined && !found.waits) return take(found);
			second = found;
			if (verdicts.every(({ type }) => type === 'differs')) throw different(expectations, verdicts, got ?? NOTHING);
		}
		// More was received during the look: it must be included.
		if (talk.inbox.length !== length) return undefined;
		const over = talk.inbox.full || talk.failure !== undefined || talk.over;
		if (over && second !== undefined) return take(second);
		if (talk.inbox.full) {
			throw new StepFailure(failureSays('moreThanKept'), 'over');
		}
		if (talk.failure !== undefined) throw new StepFailure(talk.failure, 'over', soFar());
		if (talk.over) throw new StepFailure(failureSays('endedBefore'), 'over', soFar());
		return undefined;
	};
	const tooLittle = (): Reason => {
		const limit = { within: duration(withinMs) };
		const { empty, length: bytes } = talk.inbox;
		if (empty) return failureSays('nothingWithin', limit);
		if (datagrams) return failureSays('noDatagramWithin', limit);
		return failureSays(only === undefined ? 'noCaseWithin' : 'onlyWithin', { bytes, ...limit });
	};
	const stop = (): void => {
		for (const { ruleThread } of expectations) ruleThread.stop();
	};
	try {
		return await within({
			signal,
			changes: talk,
			withinMs,
			look,
			atLast: () => (second === undefined ? undefined : take(second)),
			late: () => new StepFailure(tooLittle(), 'late', soFar()),
			interrupt: stop,
		});
	} finally {
		stop();
	}
}

/** The verdict of each expectation, up to the first that is met at once. */
async function judge(expectations: readonly ReadyExpectation[], got: Uint8Array, whole: boolean): Promise<Verdict[]> {
	const verdicts: Verdict[] = [];
	for (const { expectation, ruleThread } of expectations) {
		const costly = (expectation.ns ?? 0) + expectation.nsPerByte * got.length > INLINE_NS;
		const verdict = costly ? await ruleThread.look(got, whole) : expectation.look(got, whole);
		verdicts.push(verdict);
		if (verdict.type === 'matched') break;
	}
	return verdicts;
}

/** The first match; `waits`: another one before it has started. */
function pick(verdicts: readonly Verdict[]): (Found & { readonly waits: boolean }) | undefined {
	let waits = false;
	for (const [at, verdict] of verdicts.entries()) {
		if (verdict.type === 'matched') return { at, taken: verdict.taken, captured: verdict.captured ?? {}, waits };
		waits ||= verdict.type === 'more' && verdict.started === true;
	}
	return undefined;
}

function different(
	expectations: readonly ReadyExpectation[],
	verdicts: readonly Verdict[],
	got: Uint8Array,
): StepFailure {
	// The one that was met furthest says most.
	const far = verdicts.map((verdict) => (verdict.type === 'differs' ? verdict.at : -1));
	const at = Math.max(0, ...far);
	const index = far.indexOf(at);
	const nearest = expectations[index]?.expectation;
	const verdict = verdicts[index];
	const why = verdict?.type === 'differs' ? verdict.why : undefined;
	return new StepFailure(
		why ?? failureSays('somethingElse'),
		'differs',
		excerpt(at, nearest?.expected(got) ?? NOTHING, got),
	);
}
