import type { ScriptFault } from '../../../common/contract/config/script.ts';
import { ANSWER, ASK } from './guest/calls.ts';
import { BEHIND_BYTES, LOG_BYTES, TIMERS_ALL, TIMERS_EACH } from './limits.ts';
import type { Batch, Effect, Happening } from './messages.ts';
import type { Outgoing } from './outgoing.ts';
import type { Ask, Outcome, Sandbox } from './sandbox.ts';
import { type Task, ThreadConnection } from './thread-connection.ts';
import { faultOf } from './where.ts';

/** Calls the script for events in order, and reports its effects. */
export class Loop {
	readonly #connections = new Map<number, ThreadConnection>();
	readonly #outgoing: Outgoing;
	readonly #onBroken: () => void;
	#sandbox: Sandbox | undefined;
	/** The connection of the running call; 0 for none. */
	#current = 0;
	/** The effects of the current call: discarded if it exceeds a limit. */
	#effects: { readonly effect: Effect; readonly bytes: Uint8Array | undefined }[] = [];
	#timers = 0;

	/** `onBroken`: the script cannot continue. */
	constructor(outgoing: Outgoing, onBroken: () => void) {
		this.#outgoing = outgoing;
		this.#onBroken = onBroken;
	}

	/** Runs the script; returns its fault. */
	load(sandbox: Sandbox, source: string): ScriptFault | undefined {
		this.#sandbox = sandbox;
		const outcome = sandbox.load(source);
		if (outcome.ended !== 'well') return outcome.fault;
		this.#keepEffects();
		return undefined;
	}

	take({ happenings, bytes }: Batch): void {
		let at = 0;
		for (const happening of happenings) {
			if (happening.what !== 'message') this.#happened(happening);
			else {
				const { head, length, eol } = happening;
				const data = bytes.subarray(at + head, at + head + length);
				const task = {
					what: 'message',
					data,
					head: bytes.subarray(at, at + head),
					eol: bytes.subarray(at + head + length, at + head + length + eol),
				} as const;
				at += head + length + eol;
				this.#enqueue(happening.id, task);
			}
		}
		this.#outgoing.flush();
	}

	/** The script's requests during a call. */
	readonly ask: Ask = (ask, id, first, second, bytes) => {
		if (ask === ASK.log) return this.#log(this.#current, bytes);
		if (ask === ASK.fail) return this.#failedLater(id, bytes);
		const connection = this.#connections.get(id);
		if (ask === ASK.cancel) {
			if (connection !== undefined) this.#cancelled(connection, id, first);
			return ANSWER.done;
		}
		if (connection === undefined || connection.stopped) return ANSWER.closed;
		if (ask === ASK.timer) return this.#timer(connection, id, first, second);
		if (connection.finished) return ANSWER.closed;
		if (ask === ASK.able) return ANSWER.done;
		if (ask === ASK.send) return this.#send(connection, id, bytes);
		connection.finished = true;
		this.#effects.push({ effect: { does: ask === ASK.end ? 'end' : 'reset', id }, bytes: undefined });
		return ANSWER.done;
	};

	#happened(happening: Exclude<Happening, { what: 'message' }>): void {
		const { id } = happening;
		if (happening.what === 'open') {
			this.#connections.set(id, new ThreadConnection());
			this.#enqueue(id, happening);
		} else if (happening.what === 'end') this.#enqueue(id, { what: 'end' });
		else if (happening.what === 'sent') this.#sent(id, happening.bytes);
		else this.#closed(id);
	}

	#enqueue(id: number, task: Task): void {
		const connection = this.#connections.get(id);
		if (connection === undefined) return;
		if (connection.held || connection.waiting.length > 0) connection.waiting.push(task);
		else this.#perform(connection, id, task);
	}

	#sent(id: number, bytes: number): void {
		const connection = this.#connections.get(id);
		if (connection === undefined) return;
		connection.unsent -= bytes;
		while (!connection.held) {
			const task = connection.waiting.shift();
			if (task === undefined) return;
			this.#perform(connection, id, task);
		}
	}

	#perform(connection: ThreadConnection, id: number, task: Task): void {
		if (!connection.stopped) this.#call(connection, id, (sandbox) => this.#enter(sandbox, connection, id, task));
		if (task.what === 'message') this.#report({ does: 'answered', id });
		else if (task.what === 'end') {
			connection.ending = new Set(connection.timers.keys());
			this.#endIfDone(connection, id);
		} else if (task.what === 'timer') this.#timerDone(connection, id, task.key);
	}

	#enter(sandbox: Sandbox, connection: ThreadConnection, id: number, task: Task): Outcome {
		switch (task.what) {
			case 'open':
				connection.messages = task.after ?? 0;
				return sandbox.open(id, task.peer, task.local, task.after !== undefined);
			case 'message':
				connection.messages += 1;
				return sandbox.message(id, connection.messages, task.data, task.head, task.eol);
			case 'end':
				return sandbox.end(id);
			case 'timer':
				return sandbox.timer(id, task.key);
		}
	}

	#call(connection: ThreadConnection | undefined, id: number, enter: (sandbox: Sandbox) => Outcome): void {
		if (this.#sandbox === undefined) return;
		this.#current = id;
		const outcome = enter(this.#sandbox);
		this.#current = 0;
		if (outcome.ended === 'well') {
			this.#keepEffects();
			return;
		}
		if (outcome.ended === 'error') this.#keepEffects();
		else this.#dropEffects();
		if (outcome.ended === 'broken') this.#break(outcome.fault);
		else {
			const after = outcome.ended === 'limit' ? ' The script is not called for this connection any more.' : '';
			this.#report({ does: 'fault', id, fault: { ...outcome.fault, message: `${outcome.fault.message}${after}` } });
			if (outcome.ended === 'limit' && connection !== undefined) this.#stop(connection, id);
		}
	}

	#closed(id: number): void {
		const connection = this.#connections.get(id);
		if (connection === undefined) return;
		for (const key of connection.timers.keys()) this.#sandbox?.drop(key);
		this.#timers -= connection.timers.size;
		connection.clear();
		this.#connections.delete(id);
		// Also where the script was stopped: its world forgets the connection.
		this.#call(undefined, id, (sandbox) => sandbox.close(id));
	}

	#stop(connection: ThreadConnection, id: number): void {
		connection.stopped = true;
		this.#timers -= connection.timers.size;
		for (const key of connection.timers.keys()) this.#sandbox?.drop(key);
		for (const timer of connection.timers.values()) clearTimeout(timer);
		connection.timers.clear();
		if (connection.ending === undefined) return;
		connection.ending.clear();
		this.#endIfDone(connection, id);
	}

	/** The script has ended, for all connections; they stay open. */
	#break(fault: ScriptFault): void {
		this.#sandbox = undefined;
		this.#report({
			does: 'fault',
			id: 0,
			fault: { ...fault, message: `${fault.message} The script has been stopped; the next start runs it again.` },
		});
		for (const connection of this.#connections.values()) connection.clear();
		this.#outgoing.flush();
		this.#onBroken();
	}

	#send(connection: ThreadConnection, id: number, bytes: Uint8Array): (typeof ANSWER)[keyof typeof ANSWER] {
		if (connection.unsent + bytes.length > BEHIND_BYTES) return ANSWER.behind;
		if (!this.#counts(bytes.length)) return ANSWER.output;
		connection.unsent += bytes.length;
		this.#effects.push({ effect: { does: 'send', id, at: 0, length: bytes.length }, bytes });
		return ANSWER.done;
	}

	#log(id: number, bytes: Uint8Array): (typeof ANSWER)[keyof typeof ANSWER] {
		if (!this.#counts(bytes.length + LOG_BYTES)) return ANSWER.output;
		this.#effects.push({ effect: { does: 'log', id, text: new TextDecoder().decode(bytes) }, bytes: undefined });
		return ANSWER.done;
	}

	#counts(bytes: number): boolean {
		return this.#sandbox?.mayPutOut(bytes) ?? false;
	}

	#failedLater(id: number, described: Uint8Array): (typeof ANSWER)[keyof typeof ANSWER] {
		if (!this.#counts(described.length + LOG_BYTES)) return ANSWER.output;
		const fault = faultOf(new TextDecoder().decode(described));
		this.#effects.push({ effect: { does: 'fault', id: this.#connections.has(id) ? id : 0, fault }, bytes: undefined });
		return ANSWER.done;
	}

	#timer(connection: ThreadConnection, id: number, ms: number, key: number): (typeof ANSWER)[keyof typeof ANSWER] {
		if (connection.timers.size >= TIMERS_EACH || this.#timers >= TIMERS_ALL) return ANSWER.timers;
		this.#timers += 1;
		const fire = () => {
			this.#enqueue(id, { what: 'timer', key });
			this.#outgoing.flush();
		};
		connection.timers.set(key, setTimeout(fire, ms));
		return ANSWER.done;
	}

	#cancelled(connection: ThreadConnection, id: number, key: number): void {
		if (!connection.timers.has(key)) return;
		connection.cancel(key);
		this.#timers -= 1;
		connection.ending?.delete(key);
		// The call that cancels it may be the last pending one; then this effect follows the call's own.
		if (connection.ending?.size === 0) this.#effects.push({ effect: { does: 'ended', id }, bytes: undefined });
	}

	#timerDone(connection: ThreadConnection, id: number, key: number): void {
		if (!connection.timers.delete(key)) return;
		this.#timers -= 1;
		if (connection.ending?.delete(key)) this.#endIfDone(connection, id);
	}

	#endIfDone(connection: ThreadConnection, id: number): void {
		if (connection.ending?.size === 0) this.#report({ does: 'ended', id });
	}

	#keepEffects(): void {
		for (const { effect, bytes } of this.#effects) this.#report(effect, bytes);
		this.#effects = [];
	}

	#dropEffects(): void {
		for (const { effect } of this.#effects) {
			const connection = this.#connections.get(effect.id);
			if (connection === undefined) continue;
			if (effect.does === 'send') connection.unsent -= effect.length;
			else if (effect.does === 'end' || effect.does === 'reset') connection.finished = false;
		}
		this.#effects = [];
	}

	#report(effect: Effect, bytes?: Uint8Array): void {
		this.#outgoing.add(effect, bytes);
	}
}
