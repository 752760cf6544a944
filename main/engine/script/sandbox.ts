import type { ScriptFault, ScriptLimits } from '../../../common/contract/config/script.ts';
import { scriptTexts } from '../../../common/words/en/sentences/scripts.ts';
import { Deadline } from './deadline.ts';
import type { ANSWER } from './guest/calls.ts';
import type { Entry } from './guest/install.ts';
import { GUEST_SOURCE, HANDLERS_SOURCE } from './guest/source.ts';
import { openWorld, type QuickJSHandle, type World } from './interpreter.ts';
import { textInCharset } from './text-in-charset.ts';
import { faultOf, SCRIPT_NAME } from './where.ts';

/** For work of the host: reading an error, starting. */
const HOUSEKEEPING_MS = 200;

/** How a call ended: normally, with an error of the script, with an exceeded limit, or with a broken interpreter. */
export type Outcome =
	| { readonly ended: 'well' }
	| { readonly ended: 'error' | 'limit' | 'broken'; readonly fault: ScriptFault };

type Refusal = (typeof ANSWER)[keyof typeof ANSWER];

/** A script's request; the numbers and bytes are copies. `bytes` is empty for requests without bytes. */
export type Ask = (ask: number, connection: number, first: number, second: number, bytes: Uint8Array) => Refusal;

const WELL: Outcome = { ended: 'well' };

/** One script in a separate world. Nothing here throws because of the script. */
export class Sandbox {
	readonly #world: World;
	readonly #limits: ScriptLimits;
	readonly #deadline: Deadline;
	readonly #entries: Readonly<Record<keyof Entry, QuickJSHandle>>;
	/** The limit exceeded by the current call. */
	#exceeded: 'time' | 'output' | undefined;
	/** Output bytes of the current call. */
	#output = 0;

	private constructor(world: World, limits: ScriptLimits, deadline: Deadline, ask: Ask, interrupted: Interrupted) {
		this.#world = world;
		this.#limits = limits;
		this.#deadline = deadline;
		interrupted.ask = () => this.#interrupted();
		deadline.begin(HOUSEKEEPING_MS);
		this.#entries = this.#install(ask);
	}

	/** An empty world with the API, in which `load` runs a script. */
	static async open(interpreter: ArrayBuffer, limits: ScriptLimits, ask: Ask): Promise<Sandbox> {
		const interrupted: Interrupted = { ask: () => false };
		const world = await openWorld(interpreter, limits.memoryMiB, () => interrupted.ask());
		return new Sandbox(world, limits, new Deadline(), ask, interrupted);
	}

	/** Runs a script once. */
	load(source: string): Outcome {
		const { context } = this.#world;
		const loaded = this.#judged(() => context.evalCode(source, SCRIPT_NAME, { strict: true }));
		if (loaded.ended !== 'well') return loaded;
		return this.#judged(() => {
			const found = context.evalCode(HANDLERS_SOURCE, 'wirebench');
			if (found.error) return found;
			return found.value.consume((handlers) => context.callFunction(this.#entries.handle, context.undefined, handlers));
		});
	}

	/** `quietly`: without calling the script. */
	open(id: number, peer: string, local: string, quietly: boolean): Outcome {
		const { context } = this.#world;
		return this.#enter('open', () => [
			context.newNumber(id),
			context.newString(peer),
			context.newString(local),
			context.newNumber(quietly ? 1 : 0),
		]);
	}

	message(id: number, n: number, data: Uint8Array, head: Uint8Array, eol: Uint8Array): Outcome {
		const { context } = this.#world;
		const buffer = (bytes: Uint8Array) => (bytes.length === 0 ? context.undefined : this.#buffer(bytes));
		return this.#enter('message', () => [
			context.newNumber(id),
			context.newNumber(n),
			this.#buffer(data),
			buffer(head),
			buffer(eol),
		]);
	}

	end(id: number): Outcome {
		return this.#enter('end', () => [this.#world.context.newNumber(id)]);
	}

	close(id: number): Outcome {
		return this.#enter('close', () => [this.#world.context.newNumber(id)]);
	}

	timer(id: number, key: number): Outcome {
		const { context } = this.#world;
		return this.#enter('timer', () => [context.newNumber(id), context.newNumber(key)]);
	}

	drop(key: number): Outcome {
		return this.#enter('drop', () => [this.#world.context.newNumber(key)]);
	}

	/** Counts bytes as output of the current call; false when they exceed its limit. */
	mayPutOut(bytes: number): boolean {
		this.#output += bytes;
		if (this.#output > this.#limits.outputKiB * 1024) this.#exceeded ??= 'output';
		return this.#exceeded === undefined;
	}

	#interrupted(): boolean {
		if (this.#exceeded === undefined && this.#deadline.passed()) this.#exceeded = 'time';
		return this.#exceeded !== undefined;
	}

	#install(ask: Ask): Readonly<Record<keyof Entry, QuickJSHandle>> {
		const { context } = this.#world;
		const host = context.newFunction('host', (what, connection, first, second, buffer) => {
			const bytes = buffer === undefined || context.typeof(buffer) === 'undefined' ? NO_BYTES : this.#bytes(buffer);
			const number = (handle: QuickJSHandle | undefined) => (handle === undefined ? 0 : context.getNumber(handle));
			return context.newNumber(ask(number(what), number(connection), number(first), number(second), bytes));
		});
		const convert = context.newFunction('convert', (encode, label, buffer) => {
			const bytes = buffer === undefined || context.typeof(buffer) === 'undefined' ? NO_BYTES : this.#bytes(buffer);
			// A thrown error becomes one of the script.
			const converted = textInCharset(context.getNumber(encode) === 1, context.getString(label), bytes);
			// A buffer for which there is no memory would break the interpreter.
			if (this.#world.mayLack(converted.length)) throw new RangeError('There is no memory left for the text.');
			return converted.length === 0 ? context.undefined : this.#buffer(converted);
		});
		const make = context.unwrapResult(context.evalCode(GUEST_SOURCE, 'wirebench'));
		const entries = context.unwrapResult(context.callFunction(make, context.undefined, host, convert));
		const entry = (name: keyof Entry) => context.getProp(entries, name);
		return {
			describe: entry('describe'),
			handle: entry('handle'),
			open: entry('open'),
			message: entry('message'),
			end: entry('end'),
			close: entry('close'),
			timer: entry('timer'),
			drop: entry('drop'),
		};
	}

	#enter(entry: keyof Entry, values: () => QuickJSHandle[]): Outcome {
		const { context } = this.#world;
		return this.#judged(() => {
			const handles = values();
			try {
				return context.callFunction(this.#entries[entry], context.undefined, ...handles);
			} finally {
				for (const handle of handles) handle.dispose();
			}
		});
	}

	/** One call within the limits, with its pending jobs. */
	#judged(call: () => ReturnType<World['context']['evalCode']>): Outcome {
		const { runtime } = this.#world;
		this.#exceeded = undefined;
		this.#output = 0;
		this.#deadline.begin(this.#limits.timeMs);
		try {
			let outcome = this.#outcome(call());
			while (outcome.ended === 'well' && runtime.hasPendingJob()) {
				const done = runtime.executePendingJobs(1);
				if (done.error) outcome = this.#outcome(done);
				else if (this.#interrupted()) outcome = this.#failed('');
			}
			return outcome.ended === 'well' && this.#exceeded !== undefined ? this.#failed('') : outcome;
		} catch (error) {
			// The interpreter itself failed: its memory is no longer reliable.
			const why = String(error);
			const message = this.#world.mayLack(0)
				? scriptTexts.scriptEndedInterpreterFull({ memory: this.#limits.memoryMiB, why })
				: scriptTexts.scriptEndedInterpreter({ why });
			return { ended: 'broken', fault: { message } };
		}
	}

	#outcome(result: { readonly error?: QuickJSHandle | undefined; readonly value?: unknown }): Outcome {
		if (result.error !== undefined) return result.error.consume((error) => this.#failed(this.#described(error)));
		if (isDisposable(result.value)) result.value.dispose();
		return WELL;
	}

	/** An error's own text; empty when even that cannot be computed. */
	#described(error: QuickJSHandle): string {
		const { context } = this.#world;
		const exceeded = this.#exceeded;
		this.#exceeded = undefined;
		this.#deadline.begin(HOUSEKEEPING_MS);
		const described = context.callFunction(this.#entries.describe, context.undefined, error);
		this.#exceeded = exceeded;
		if (described.error) {
			described.error.dispose();
			return '';
		}
		return described.value.consume((buffer) => new TextDecoder().decode(this.#bytes(buffer)));
	}

	#failed(described: string): Outcome {
		const { timeMs, memoryMiB, outputKiB } = this.#limits;
		const fault = faultOf(described);
		if (this.#exceeded === 'time') {
			const message = scriptTexts.scriptComputed({ ms: timeMs });
			// The next call, of another connection, would run its pending jobs.
			return { ended: this.#world.runtime.hasPendingJob() ? 'broken' : 'limit', fault: { ...fault, message } };
		}
		if (this.#exceeded === 'output') {
			const message = scriptTexts.scriptSent({ output: outputKiB });
			return { ended: 'limit', fault: { ...fault, message } };
		}
		if (fault.message === NULL_THROWN) {
			// Without memory for an error object, the interpreter throws null.
			return { ended: 'broken', fault: { message: scriptTexts.scriptMemoryOrNull({ memory: memoryMiB }) } };
		}
		if (described === '' || fault.message.startsWith(OUT_OF_MEMORY)) {
			return { ended: 'broken', fault: { ...fault, message: scriptTexts.scriptMemory({ memory: memoryMiB }) } };
		}
		return { ended: 'error', fault };
	}

	#buffer(bytes: Uint8Array): QuickJSHandle {
		const { context, mayLack } = this.#world;
		const mayFail = mayLack(bytes.byteLength);
		// A copy: the interpreter takes whole buffers.
		const buffer = context.newArrayBuffer(new Uint8Array(bytes).buffer);
		// Without memory the buffer is at address 0, over the interpreter's data: this throws then.
		if (mayFail && bytes.byteLength > 0) context.getArrayBuffer(buffer).dispose();
		return buffer;
	}

	#bytes(buffer: QuickJSHandle): Uint8Array {
		return this.#world.context.getArrayBuffer(buffer).consume((lifetime) => lifetime.value.slice());
	}
}

const NO_BYTES = new Uint8Array(0);
/** The start of the interpreter's out-of-memory errors. */
const OUT_OF_MEMORY = 'InternalError: out of memory';
/** The description of `throw null`. */
const NULL_THROWN = 'This was thrown: null';

/** The interpreter calls it before the sandbox exists. */
interface Interrupted {
	ask: () => boolean;
}

function isDisposable(value: unknown): value is { dispose(): void } {
	return typeof value === 'object' && value !== null && 'dispose' in value && typeof value.dispose === 'function';
}
