import type { Socket } from 'node:dgram';
import { readFile } from 'node:fs/promises';
import type { SocketAddress } from '../../../common/contract/base/address.ts';
import { withoutZone } from '../../../common/payload/index.ts';
import { noteTexts } from '../../../common/words/en/sentences/notes.ts';
import { parseProcNet } from '../port-owner/proc-net.ts';

/** Interval of querying the system while datagrams arrive, in milliseconds. */
const PERIOD_MS = 1000;
const NET = '/proc/net/';
const LIMIT = '/proc/sys/net/core/rmem_max';

/**
 * Counts datagrams that the system discarded because they arrived faster than they were read, from its counter of each
 * socket (proc_net_udp). Only Linux reports it; elsewhere the number is unknown. No timer runs while no datagrams
 * arrive.
 */
export class UdpDrops {
	readonly #socket: Socket;
	readonly #local: SocketAddress;
	readonly #table: string;
	readonly #report: (count: number, text: string) => void;
	#timer: NodeJS.Timeout | undefined;
	#looking: Promise<void> | undefined;
	#known = 0;
	#fresh = false;

	/** `family` is the socket's, independent of its address. `report` receives new drops, and a sentence for people. */
	constructor(socket: Socket, family: 4 | 6, local: SocketAddress, report: (count: number, text: string) => void) {
		this.#socket = socket;
		// The table has no zones.
		this.#local = { ...local, address: withoutZone(local.address) };
		this.#table = `${NET}${family === 6 ? 'udp6' : 'udp'}`;
		this.#report = report;
		this.#fresh = process.platform !== 'linux';
	}

	/** A datagram was received. Cheap: called for every one. */
	touch(): void {
		if (this.#fresh) return;
		this.#fresh = true;
		this.#timer ??= setInterval(() => this.#tick(), PERIOD_MS).unref();
	}

	/** Queries once more; the socket must stay open until then. */
	async close(): Promise<void> {
		const watched = this.#timer !== undefined;
		clearInterval(this.#timer);
		this.#timer = undefined;
		await this.#looking;
		if (watched) await this.#look();
	}

	#tick(): void {
		// One more query after the last datagram that set `fresh`, then none.
		if (!this.#fresh) {
			clearInterval(this.#timer);
			this.#timer = undefined;
		}
		this.#fresh = false;
		this.#looking ??= this.#look().finally(() => {
			this.#looking = undefined;
		});
	}

	async #look(): Promise<void> {
		const { address, port } = this.#local;
		const own = parseProcNet(await this.#read(this.#table)).find((one) => one.port === port && one.address === address);
		const count = (own?.drops ?? 0) - this.#known;
		if (count <= 0) return;
		this.#known += count;
		this.#report(count, await this.#explain(count));
	}

	async #explain(count: number): Promise<string> {
		const limit = Number(await this.#read(LIMIT));
		const room = this.#socket.getRecvBufferSize();
		const { kernelDroppedOne, kernelDropped, moreRoom, moreRoomByOption } = noteTexts;
		const lost = count === 1 ? kernelDroppedOne({ room }) : kernelDropped({ datagrams: count, room });
		// Linux reports twice the size that was set. A larger one than its limit was forced, and leaves nothing to advise.
		if (limit === 0 || room > limit * 2) return lost;
		return room === limit * 2 ? moreRoom({ lost, limit: limit * 4 }) : moreRoomByOption({ lost });
	}

	/** A table that a container hides counts as empty. */
	async #read(path: string): Promise<string> {
		try {
			return await readFile(path, 'latin1');
		} catch (error) {
			if (error instanceof Error && 'code' in error) return '';
			throw error;
		}
	}
}
