import { setImmediate as turn } from 'node:timers/promises';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import type { ReadyAction, ReadyCondition, ReadyStep } from './compile.ts';
import { failed, type Report, reason, reasonOf } from './report.ts';
import { failureSays, type Reason, StepFailure } from './step-failure.ts';
import { meet, type Stage, take } from './steps.ts';

/** How steps end; `left`: the loop around them is over. */
type Ending = 'passed' | 'failed' | 'left';

/** How a step ends. */
interface Done {
	readonly ending: Ending;
	/** The case that was taken. */
	readonly taken?: number;
	/** Why it failed. */
	readonly why?: Reason;
}

const PASSED: Done = { ending: 'passed' };

/** Steps between two turns of the event loop, which serves others meanwhile. */
const STEPS_A_TURN = 64;

/** Why a run ends before its last step. */
export interface Abort {
	/** Of the step that runs; undefined: a person has stopped it. */
	readonly why: Reason | undefined;
}

/** Takes the steps of a run in their order, with branches and loops. */
export class Flow {
	readonly #stage: Stage;
	readonly #report: Report;
	readonly #aborted: () => Abort | undefined;
	#taken = 0;

	/** `aborted`: why the signal of the stage has ended the run; undefined while it has not. */
	constructor(stage: Stage, report: Report, aborted: () => Abort | undefined) {
		this.#stage = stage;
		this.#report = report;
		this.#aborted = aborted;
	}

	/** Runs steps until one has failed, or leaves the loop around them. */
	async run(steps: readonly ReadyStep[]): Promise<Ending> {
		for (const step of steps) {
			const ending = await this.take(step.at, step.inLoop, () => this.#perform(step));
			if (ending !== 'passed') return ending;
		}
		return 'passed';
	}

	/** Runs one step, or the start, and reports its result. */
	async take(at: number, inLoop: boolean, perform: () => Promise<Done | undefined>): Promise<Ending> {
		const end = this.#report.begin(at, inLoop);
		try {
			await this.#count();
			const { ending, taken, why = failureSays('innerStepFailed') } = (await perform()) ?? PASSED;
			const chosen = taken === undefined ? {} : { taken };
			const stopped = ending === 'failed' && this.#isStopped();
			if (stopped) end({ status: 'waiting', ...chosen });
			else if (ending === 'failed') end({ status: 'failed', ...reason(why), ...chosen });
			else end({ status: 'passed', ...chosen });
			return ending;
		} catch (error) {
			const abort = this.#aborted();
			if (abort === undefined) end(failed(error));
			else if (abort.why === undefined) end({ status: 'waiting' });
			else end({ status: 'failed', ...reason(abort.why) });
			return 'failed';
		}
	}

	#isStopped(): boolean {
		const abort = this.#aborted();
		return abort !== undefined && abort.why === undefined;
	}

	/** A run is bounded, whatever its loops do. */
	async #count(): Promise<void> {
		this.#taken++;
		if (this.#taken > LIMITS.sequenceTaken) {
			throw new StepFailure(failureSays('runTakesSteps', { most: LIMITS.sequenceTaken }));
		}
		if (this.#taken % STEPS_A_TURN === 0) await turn();
		this.#stage.signal.throwIfAborted();
	}

	async #perform({ action, at, end }: ReadyStep): Promise<Done | undefined> {
		switch (action.type) {
			case 'branch':
				return this.#branch(action);
			case 'repeat':
				return this.#repeat(action, at + 1, end);
			case 'leave':
				return { ending: 'left' };
			default:
				await take(this.#stage, action);
				return undefined;
		}
	}

	async #branch({ on, cases, otherwise, withinMs }: ReadyAction & { type: 'branch' }): Promise<Done> {
		const ready = cases.map((one) => one.ready);
		const taken = await this.#choose(on, ready, withinMs, otherwise !== undefined);
		return { ending: await this.run(cases[taken]?.steps ?? otherwise ?? []), taken };
	}

	/** The index of the case that is met; with `mayMiss` their number where none is. */
	async #choose(
		on: string | undefined,
		ready: readonly ReadyCondition['ready'][],
		withinMs: number,
		mayMiss: boolean,
	): Promise<number> {
		try {
			return await meet(this.#stage, on, ready, withinMs);
		} catch (error) {
			if (mayMiss && error instanceof StepFailure && error.why !== 'other') return ready.length;
			throw error;
		}
	}

	async #repeat(
		{ times, before, after, steps }: ReadyAction & { type: 'repeat' },
		first: number,
		end: number,
	): Promise<Done | undefined> {
		const most = times ?? LIMITS.sequenceRounds;
		for (let round = 1; round <= most; round++) {
			// Loops without steps count too.
			await this.#count();
			this.#report.again(first, end);
			if (before !== undefined && !(await this.#meets(before, true))) return undefined;
			const ending = await this.run(steps);
			if (ending === 'left') return undefined;
			if (ending === 'failed') return { ending, why: failureSays('roundFailed', { round }) };
			if (after !== undefined && (await this.#meets(after, false))) return undefined;
		}
		if (after === undefined && times !== undefined) return undefined;
		const why = failureSays(after === undefined ? 'metInEachRound' : 'metInNoRound', { rounds: most });
		return { ending: 'failed', why };
	}

	/** Whether a condition is met. `mayEnd`: the end of the connection is a no, and no failure. */
	async #meets({ on, ready, withinMs }: ReadyCondition, mayEnd: boolean): Promise<boolean> {
		try {
			await meet(this.#stage, on, [ready], withinMs);
			return true;
		} catch (error) {
			if (error instanceof WirebenchError) throw new StepFailure(reasonOf(error));
			const missed = error instanceof StepFailure && (error.why === 'late' || error.why === 'differs');
			if (missed || (mayEnd && error instanceof StepFailure && error.why === 'over')) return false;
			throw error;
		}
	}
}
