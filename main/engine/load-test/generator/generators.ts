import { randomInt } from 'node:crypto';
import type { GeneratorPlan, GeneratorRun } from '../../../../common/contract/calls/generator.ts';
import type { EngineContext, LiveConnection } from '../../core/context.ts';
import { engineError } from '../../sentences/engine-error.ts';
import { Run } from './run.ts';

/** Maximum number of listed ended runs. */
const KEPT = 20;
const IDS = 2 ** 32;

/** The generator's runs: running and latest ended ones. */
export class Generators {
	readonly #context: EngineContext;
	readonly #runs = new Map<string, Run>();
	readonly #listeners = new Set<() => void>();
	/** Changed since the runs were read. */
	#fresh = false;
	#lastId = 0;

	constructor(context: EngineContext) {
		this.#context = context;
	}

	/** Fails with `wrong-state` while another one sends on the connection, and with `bad-input` for an invalid text. */
	start(connection: LiveConnection, plan: GeneratorPlan): GeneratorRun {
		const busy = [...this.#runs.values()].some((run) => run.status === 'running' && run.connection === connection.id);
		if (busy) throw engineError('wrong-state', 'generatorBusy');
		const id = `g${this.#lastId + 1}`;
		const stream = plan.stream ?? randomInt(IDS);
		const onChange = (): void => this.#changed();
		const run = new Run({ id, plan, context: this.#context, connection, stream, onChange });
		this.#lastId++;
		this.#runs.set(id, run);
		const ended = [...this.#runs.values()].filter(({ status }) => status !== 'running');
		for (const { id: old } of ended.slice(0, -KEPT)) this.#runs.delete(old);
		this.#changed();
		return run.state();
	}

	stop(id: string): GeneratorRun {
		const run = this.#run(id);
		run.stop();
		return run.state();
	}

	/** Resolves when it has ended, for any reason. */
	async ended(id: string): Promise<GeneratorRun> {
		const run = this.#run(id);
		await run.ended;
		return run.state();
	}

	/** The current state of all of them. */
	look(): GeneratorRun[] {
		this.#fresh = false;
		return [...this.#runs.values()].map((run) => run.state());
	}

	/** Called once at the first change after `look`; read it when convenient. */
	onChange(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	stopAll(): void {
		for (const run of this.#runs.values()) run.stop();
	}

	#run(id: string): Run {
		const run = this.#runs.get(id);
		if (run) return run;
		throw engineError('not-found', 'generatorMissing');
	}

	#changed(): void {
		if (this.#fresh) return;
		this.#fresh = true;
		for (const listener of this.#listeners) listener();
	}
}
