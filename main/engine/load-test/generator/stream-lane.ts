import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import type { GeneratorFraming } from '../../../../common/contract/calls/generator.ts';
import type { LiveConnection } from '../../core/context.ts';
import type { Lane, LaneOwner } from './lane.ts';
import type { Messages } from './messages.ts';

/** Bytes passed on at once, and maximum waiting for a slow peer. */
const CHUNK_BYTES = 64 * 1024;
const WAITING_BYTES = 4 * CHUNK_BYTES;
/** Maximum messages per turn, however short. */
const BURST = 1024;

const PREFIX_BYTES: Readonly<Record<GeneratorFraming, number>> = { fixed: 0, length2: 2, length4: 4 };

/** Messages on one stream, those of a turn in one piece. */
export class StreamLane implements Lane {
	readonly #connection: LiveConnection;
	readonly #messages: Messages;
	readonly #owner: LaneOwner;
	readonly #prefix: number;
	readonly #burst: number;
	readonly #buffer: Uint8Array;
	#chunk: Uint8Array | undefined;
	#length = 0;
	#count = 0;
	#waitingBytes = 0;
	waiting = 0;

	constructor(connection: LiveConnection, messages: Messages, framing: GeneratorFraming, owner: LaneOwner) {
		this.#connection = connection;
		this.#messages = messages;
		this.#owner = owner;
		this.#prefix = PREFIX_BYTES[framing];
		this.#burst = Math.max(1, Math.min(BURST, Math.floor(CHUNK_BYTES / (this.#prefix + messages.size))));
		this.#buffer = messages.prepare();
	}

	get room(): number {
		return this.#waitingBytes < WAITING_BYTES ? this.#burst : 0;
	}

	put(number: number): void {
		const message = this.#messages.write(this.#buffer, number);
		this.#chunk ??= new Uint8Array(this.#burst * (this.#prefix + this.#messages.size));
		for (let byte = this.#prefix - 1; byte >= 0; byte--) this.#chunk[this.#length++] = message.length >>> (8 * byte);
		this.#chunk.set(message, this.#length);
		this.#length += message.length;
		this.#count++;
		this.waiting++;
	}

	flush(): void {
		if (this.#chunk === undefined) return;
		const [bytes, count] = [this.#chunk.subarray(0, this.#length), this.#count];
		this.#chunk = undefined;
		this.#length = 0;
		this.#count = 0;
		this.#waitingBytes += bytes.length;
		this.#connection.send(bytes).then(
			() => {
				this.#settled(bytes.length, count);
				this.#owner.taken(count, bytes.length);
				this.#owner.room();
			},
			(error: unknown) => {
				this.#settled(bytes.length, count);
				this.#owner.broken(
					error instanceof WirebenchError ? error : new WirebenchError('internal', 'The messages were not sent.'),
				);
			},
		);
	}

	#settled(bytes: number, count: number): void {
		this.#waitingBytes -= bytes;
		this.waiting -= count;
	}
}
