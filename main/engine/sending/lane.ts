import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { SendFailure } from '../../../common/contract/calls/sending.ts';
import { formatSocketAddress } from '../../../common/payload/index.ts';
import type { LiveConnection, Transmission } from '../core/context.ts';
import { engineError } from '../sentences/engine-error.ts';
import { transmit } from './transmit.ts';

/** Maximum number of failures reported one by one. */
const MOST_TOLD = 100;

/** One connection of a transfer, and its result. */
export class Lane {
	readonly connection: LiveConnection;
	readonly remote: string;
	/** Messages passed on; those taken whole, and all bytes taken. */
	given = 0;
	messages = 0;
	/** Why nothing more is sent here. */
	error: WirebenchError | undefined;
	readonly #under = new Set<Transmission>();
	#whole = 0;
	/** Of messages that will not be taken whole: withdrawn, or failed. */
	#left = 0;

	constructor(connection: LiveConnection) {
		this.connection = connection;
		this.remote = formatSocketAddress(connection.state().remote);
	}

	/** Messages that are not wholly taken yet. */
	get waiting(): number {
		return this.#under.size;
	}

	get bytes(): number {
		return this.#whole + this.partBytes;
	}

	/** Bytes taken of messages that are not wholly taken. */
	get partBytes(): number {
		let bytes = this.#left;
		for (const one of this.#under) bytes += one.taken;
		return bytes;
	}

	/** Passes bytes on. `settled` is called when they are taken or have failed, never during this call. True when they were taken at once. */
	give(bytes: Uint8Array, settled: () => void): boolean {
		this.given++;
		let giving = true;
		let under: Transmission | undefined;
		const sent = transmit(this.connection, bytes, (error) => {
			if (under !== undefined) this.#under.delete(under);
			if (error === undefined) {
				this.messages++;
				this.#whole += bytes.length;
			} else {
				this.#left += under?.taken ?? 0;
				this.error ??= error;
			}
			if (giving) giving = false;
			else settled();
		});
		if (!giving) return true;
		giving = false;
		under = sent;
		this.#under.add(sent);
		return false;
	}

	/** Its connection has closed. */
	gone(): void {
		this.error ??= engineError('closed', 'targetClosed', { target: this.remote });
	}

	/** Withdraws bytes that the kernel has not taken. */
	takeBack(): void {
		for (const one of this.#under) {
			one.cancel();
			this.#left += one.taken;
		}
		this.#under.clear();
	}
}

export function failuresOf(lanes: readonly Lane[]): { failed: SendFailure[]; failures: number } {
	const all = lanes.filter((lane) => lane.error !== undefined);
	const failed = all.slice(0, MOST_TOLD).flatMap(({ connection, remote, error }) => {
		return error === undefined ? [] : [{ connection: connection.id, remote, error: error.toInfo() }];
	});
	return { failed, failures: all.length };
}
