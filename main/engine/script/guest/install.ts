import type { ANSWER, ASK, Host } from './calls.ts';
import type { Checks } from './checks.ts';
import type { Packing } from './pack.ts';
import type { BytesLike, Text } from './text.ts';

/** A handler of the script, or nothing. */
export type Handlers = Readonly<Record<string, unknown>>;
/** The functions that the host calls in the interpreter. */
export type Entry = ReturnType<typeof install>;

/**
 * Gives a script its API and the host its entries. The function runs in the interpreter as its own source text: it may
 * reference only its arguments. The script can only damage its own world: the host validates everything it receives.
 */
export function install(
	host: Host,
	ask: typeof ASK,
	answer: typeof ANSWER,
	text: Text,
	packing: Packing,
	checks: Checks,
) {
	const GlobalPromise = Promise;
	const { then } = GlobalPromise.prototype;
	const { apply } = Reflect;
	const { slice } = ArrayBuffer.prototype;
	const NOTHING = new ArrayBuffer(0);
	/** Longest text of a log entry or an error. */
	const LONGEST = 4000;
	const live: Record<number, Connection> = Object.create(null);
	const timers: Record<number, () => unknown> = Object.create(null);
	let handlers: Handlers = Object.create(null);
	let lastTimer = 0;

	/** A buffer with exactly these bytes; undefined for none. */
	function exact(bytes: Uint8Array): ArrayBuffer | undefined {
		const { buffer } = bytes;
		if (bytes.byteLength === 0) return undefined;
		return buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength ? buffer : bytes.slice().buffer;
	}

	/** In memory that counts as the script's: the host's buffers do not. */
	function own(buffer: ArrayBuffer): ArrayBuffer {
		return apply(slice, buffer, [0]);
	}

	function insist(code: number): void {
		if (code === answer.done) return;
		if (code === answer.closed) throw new Error('Nothing more can be sent on this connection.');
		if (code === answer.behind) throw new RangeError('The peer does not read: too much waits to be sent.');
		if (code === answer.timers) throw new RangeError('Too many delayed calls wait.');
		throw new RangeError('This call has sent and logged more than the script may.');
	}

	class Connection {
		readonly id: number;
		readonly peer: string;
		readonly local: string;
		state: unknown = {};

		constructor(id: number, peer: string, local: string) {
			this.id = id;
			this.peer = peer;
			this.local = local;
			for (const name of ['id', 'peer', 'local']) Object.defineProperty(this, name, { writable: false });
		}

		send(data: BytesLike): void {
			insist(host(ask.send, this.id, 0, 0, exact(text.view8(data))));
		}

		end(): void {
			insist(host(ask.end, this.id, 0, 0));
		}

		reset(): void {
			insist(host(ask.reset, this.id, 0, 0));
		}

		after(ms: number, callback: () => unknown): () => void {
			if (typeof callback !== 'function') throw new TypeError('after() takes milliseconds and a function.');
			if (!(ms >= 0 && ms <= 86_400_000)) throw new RangeError('A delay is 0 to 86400000 milliseconds.');
			lastTimer += 1;
			const key = lastTimer;
			insist(host(ask.timer, this.id, ms, key));
			timers[key] = callback;
			return () => {
				delete timers[key];
				host(ask.cancel, this.id, key, 0);
			};
		}
	}

	class Message {
		readonly #data: ArrayBuffer;
		readonly #head: ArrayBuffer;
		readonly #eol: ArrayBuffer;
		readonly n: number;
		#bytes: Uint8Array | undefined;
		#text: string | undefined;

		constructor(data: ArrayBuffer, head: ArrayBuffer, eol: ArrayBuffer, n: number) {
			this.#data = data;
			this.#head = head;
			this.#eol = eol;
			this.n = n;
		}

		get bytes(): Uint8Array {
			this.#bytes ??= new Uint8Array(this.#data);
			return this.#bytes;
		}

		get text(): string {
			this.#text ??= text.decode(this.#data);
			return this.#text;
		}

		get hex(): string {
			return text.hex(this.#data);
		}

		get length(): number {
			return this.#data.byteLength;
		}

		get head(): Uint8Array {
			return new Uint8Array(this.#head);
		}

		get eol(): Uint8Array {
			return new Uint8Array(this.#eol);
		}
	}

	function shown(value: unknown): string {
		if (typeof value === 'string') return value;
		if (value instanceof Uint8Array) return text.hex(value.subarray(0, LONGEST / 4), ' ');
		if (value instanceof Error) return `${value.name}: ${value.message}`;
		if (value instanceof Connection) return `connection ${value.id}`;
		if (typeof value === 'object' && value !== null) return JSON.stringify(value) ?? String(value);
		return String(value);
	}

	function log(...values: unknown[]): void {
		const line = values.map(shown).join(' ').slice(0, LONGEST);
		insist(host(ask.log, 0, 0, 0, exact(text.encode(line))));
	}

	/** Describes a thrown value for people, followed by a zero character and its place. Never throws, for any value. */
	function describe(error: unknown): ArrayBuffer | undefined {
		let summary = 'Something was thrown that cannot be shown.';
		let stack = '';
		try {
			if (error instanceof Error) {
				stack = String(error.stack);
				summary = `${error.name}: ${error.message}`;
			} else summary = `This was thrown: ${shown(error)}`;
		} catch {
			// Keep the sentence above.
		}
		return exact(text.encode(`${summary.replaceAll('\0', ' ').slice(0, LONGEST)}\0${stack.slice(0, LONGEST)}`));
	}

	/** A handler's promise may fail later. */
	function watch(connection: Connection, result: unknown): void {
		if (!(result instanceof GlobalPromise)) return;
		const failed = (error: unknown) => host(ask.fail, connection.id, 0, 0, describe(error));
		apply(then, result, [undefined, failed]);
	}

	function call(connection: Connection | undefined, name: string, ...values: unknown[]): void {
		const handler = handlers[name];
		if (connection === undefined || typeof handler !== 'function') return;
		watch(connection, apply(handler, undefined, [...values, connection]));
	}

	Object.assign(globalThis, {
		log,
		console: { log },
		// A closed connection, or one for which the script exceeded a limit, would make a message to all fail midway.
		connections: () => Object.values(live).filter(({ id }) => host(ask.able, id, 0, 0) === answer.done),
		bytes: text.encode,
		text: text.decode,
		hex: text.hex,
		concat: text.concat,
		...packing,
		...checks,
	});

	return {
		describe,
		handle(found: Handlers): void {
			handlers = found;
			if (Object.values(found).some((handler) => typeof handler === 'function')) return;
			log('The script defines none of onOpen, onMessage, onEnd and onClose: nothing is answered.');
		},
		open(id: number, peer: string, local: string, quietly: number): void {
			live[id] = new Connection(id, peer, local);
			if (quietly === 0) call(live[id], 'onOpen');
		},
		message(id: number, n: number, data: ArrayBuffer, head: ArrayBuffer = NOTHING, eol: ArrayBuffer = NOTHING): void {
			call(live[id], 'onMessage', new Message(own(data), own(head), own(eol), n));
		},
		end(id: number): void {
			call(live[id], 'onEnd');
		},
		close(id: number): void {
			const connection = live[id];
			delete live[id];
			call(connection, 'onClose');
		},
		timer(id: number, key: number): void {
			const callback = timers[key];
			const connection = live[id];
			delete timers[key];
			if (callback !== undefined && connection !== undefined) watch(connection, callback());
		},
		/** Its connection has closed. */
		drop(key: number): void {
			delete timers[key];
		},
	};
}
