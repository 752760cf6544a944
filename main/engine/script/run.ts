import type { Worker } from 'node:worker_threads';
import type { Script, ScriptFault } from '../../../common/contract/config/script.ts';
import { faultError, faultSays } from '../../../common/script/index.ts';
import { scriptTexts } from '../../../common/words/en/sentences/scripts.ts';
import { ENDING_MS, PATIENCE_MS, WAITING_BYTES, WAITING_MESSAGES } from './limits.ts';
import type { Effect, FromThread, Happening, ToThread } from './messages.ts';
import { Packer } from './packer.ts';
import { startScriptThread } from './thread.ts';

/** A connection, for the script's effects. */
export interface ScriptLine {
	readonly id: number;
	effect(effect: Effect, bytes: Uint8Array): void;
	/** The other connections have fewer waiting messages. */
	relieved(): void;
	/** The script has ended: nothing is answered any more. */
	abandoned(): void;
}

/** The endpoint's reports about its script. */
export interface ScriptTeller {
	/** Connection 0: the endpoint. */
	tell(connection: number, kind: 'note' | 'error', text: string): void;
	fault(fault: ScriptFault): void;
}

/** The script of one run of an endpoint, on a separate thread: sockets continue whatever it computes. */
export class ScriptRun {
	/** Messages of all connections that wait for it, and their bytes. */
	waitingMessages = 0;
	waitingBytes = 0;
	readonly #thread: Worker;
	readonly #teller: ScriptTeller;
	readonly #patienceMs: number;
	readonly #lines = new Map<number, ScriptLine>();
	readonly #packer = new Packer();
	#happenings: Happening[] = [];
	#turn: NodeJS.Immediate | undefined;
	/** Runs while the thread has pending work. */
	#watchdog: NodeJS.Timeout | undefined;
	/** It has started, or never will. */
	readonly #started = Promise.withResolvers<void>();
	readonly #exited = Promise.withResolvers<void>();
	#crowded = false;
	#over = false;
	#closing = false;
	#leaving = false;

	private constructor(thread: Worker, teller: ScriptTeller, timeMs: number) {
		this.#thread = thread;
		this.#teller = teller;
		this.#patienceMs = timeMs + PATIENCE_MS;
	}

	/** Starts its thread; call `begin` immediately afterwards. */
	static async create({ source, limits }: Script, teller: ScriptTeller): Promise<ScriptRun> {
		return new ScriptRun(await startScriptThread({ source, limits }), teller, limits.timeMs);
	}

	/** All connections together have too many waiting messages. */
	get crowded(): boolean {
		return this.#crowded;
	}

	get over(): boolean {
		return this.#over;
	}

	add(line: ScriptLine): void {
		this.#lines.set(line.id, line);
	}

	remove(line: ScriptLine): void {
		this.#lines.delete(line.id);
		if (this.#leaving && this.#lines.size === 0) void this.close();
	}

	/** Something else answers from now on: the thread ends when the last of its own connections has closed. */
	closeOnceLeft(): void {
		this.#leaving = true;
		if (this.#lines.size === 0) void this.close();
	}

	/** Bytes of a message: head, data, terminator. */
	happened(happening: Happening, ...bytes: readonly Uint8Array[]): void {
		if (this.#over) return;
		this.#happenings.push(happening);
		for (const part of bytes) this.#packer.add(part);
		if (happening.what === 'message') {
			this.waitingMessages += 1;
			this.waitingBytes += happening.length;
			this.#crowded ||= this.waitingBytes > WAITING_BYTES || this.waitingMessages > WAITING_MESSAGES;
		}
		// Events of other sockets in the same turn of the event loop are sent together.
		this.#turn ??= setImmediate(() => this.#post());
	}

	/** Messages have been handled, or their connection has closed. */
	settled(messages: number, bytes: number): void {
		this.waitingMessages -= messages;
		this.waitingBytes -= bytes;
		if (!this.#crowded) return;
		if (this.waitingBytes > WAITING_BYTES / 2 || this.waitingMessages > WAITING_MESSAGES / 2) return;
		this.#crowded = false;
		for (const line of [...this.#lines.values()]) line.relieved();
	}

	/**
	 * Ends the thread, whatever it does; it has no further effect. It is asked to end, because terminating it while it,
	 * or another one, starts can crash the process (nodejs/node#56312). Only a computing thread is terminated.
	 */
	async close(): Promise<void> {
		this.#closing = true;
		this.#end();
		this.#send('end');
		await this.#started.promise;
		const computes = setTimeout(() => void this.#thread.terminate(), ENDING_MS);
		await this.#exited.promise;
		clearTimeout(computes);
	}

	/** Runs the script once. Fails with `bad-input` and the place when it fails. */
	begin(): Promise<void> {
		return new Promise((resolve, reject) => {
			let started = false;
			const refuse = (fault: ScriptFault): void => {
				if (started) return;
				started = true;
				void this.close();
				this.#teller.fault(fault);
				reject(faultError(fault, 'responder.script'));
			};
			this.#thread.on('message', (message: FromThread) => {
				if (message.kind === 'effects') this.#effects(message.effects, message.bytes);
				else if (message.kind === 'refused') refuse(message.fault);
				else if (message.kind === 'ready') {
					started = true;
					this.#settleWatchdog(false);
					resolve();
				} else if (message.kind === 'loading') {
					this.#started.resolve();
					this.#arm(() => refuse({ message: scriptTexts.scriptTooLate }));
				}
			});
			this.#thread.on('error', (error) => {
				refuse({ message: scriptTexts.scriptThreadBroke({ why: error.message }) });
				this.#fail(scriptTexts.scriptThreadFailed({ why: error.message }));
			});
			this.#thread.on('exit', () => {
				this.#started.resolve();
				this.#exited.resolve();
				refuse({ message: scriptTexts.scriptThreadOver });
				this.#end();
			});
		});
	}

	#post(): void {
		this.#turn = undefined;
		if (this.#over) return;
		const bytes = this.#packer.take();
		const happenings = this.#happenings;
		this.#happenings = [];
		this.#send({ happenings, bytes }, [bytes.buffer]);
		if (this.#watchdog === undefined && this.waitingMessages > 0) this.#watch();
	}

	#send(message: ToThread, transfer: ArrayBuffer[] = []): void {
		this.#thread.postMessage(message, transfer);
	}

	#effects(effects: readonly Effect[], bytes: Uint8Array): void {
		for (const effect of effects) {
			if (effect.does === 'log') this.#teller.tell(effect.id, 'note', effect.text);
			else if (effect.does === 'fault') this.#fault(effect.id, effect.fault);
			else this.#lines.get(effect.id)?.effect(effect, bytes);
		}
		this.#settleWatchdog(this.waitingMessages > 0);
	}

	#fault(id: number, fault: ScriptFault): void {
		this.#teller.tell(id, 'error', faultSays(fault).message);
		this.#teller.fault(fault);
	}

	#watch(): void {
		this.#arm(() => {
			this.#fail(scriptTexts.scriptTooLateEnded);
			void this.#thread.terminate();
		});
	}

	#arm(late: () => void): void {
		this.#watchdog = setTimeout(late, this.#patienceMs);
	}

	/** The thread has responded: restarts the timeout if work is still pending. */
	#settleWatchdog(owing: boolean): void {
		clearTimeout(this.#watchdog);
		this.#watchdog = undefined;
		if (owing && !this.#over) this.#watch();
	}

	#fail(message: string): void {
		if (this.#over || this.#closing) return;
		this.#fault(0, { message });
		this.#end();
	}

	#end(): void {
		if (this.#over) return;
		this.#over = true;
		clearTimeout(this.#watchdog);
		clearImmediate(this.#turn);
		this.#happenings = [];
		const lines = [...this.#lines.values()];
		this.#lines.clear();
		if (!this.#closing) for (const line of lines) line.abandoned();
	}
}
