import { basename } from 'node:path';
import { PcapngError } from '../pcapng/format.ts';
import { damageSays } from '../sentences/damage-says.ts';
import { Conversations } from './flow/conversations.ts';
import { Output } from './flow/output.ts';
import { Servers } from './flow/servers.ts';
import { readerFor } from './input/open.ts';
import type { CapturedPacket, PacketReader } from './input/packet.ts';
import type { ByteSource } from './input/source.ts';
import { Window } from './input/window.ts';
import { readExported } from './link/exported.ts';
import { IpLayer, WAITING } from './link/ip.ts';
import { LinkLayer } from './link/layers.ts';
import { Skips } from './link/skips.ts';
import { Transport } from './link/transport.ts';
import type { ImportDamage, ImportLimits, ImportProgress, ImportSummary } from './types.ts';

export interface JobOptions extends ImportLimits {
	/** The file's name. */
	readonly name: string;
	readonly folder: string;
	/** For the table of conversations. */
	readonly seed: number;
}

/** One import, from the bytes of a file to the events of a folder. */
export class ImportJob {
	readonly #source: ByteSource;
	readonly #window = new Window();
	readonly #output: Output;
	readonly #skips = new Skips();
	readonly #transport = new Transport();
	readonly #links = new LinkLayer();
	readonly #ip: IpLayer;
	readonly #conversations: Conversations;
	#reader: PacketReader | undefined;
	#packets = 0;
	#from: bigint | undefined;

	/** Throws Node's errors where the first segment cannot be created. */
	constructor(source: ByteSource, { name, folder, segmentBytes, conversations, seed }: JobOptions) {
		this.#source = source;
		this.#output = new Output(folder, segmentBytes);
		this.#ip = new IpLayer(this.#transport, this.#links, (reason, packets) => this.#skips.add(reason, packets));
		this.#conversations = new Conversations(this.#output, new Servers(this.#output, basename(name)), this.#skips, {
			most: conversations,
			seed,
		});
	}

	get progress(): ImportProgress {
		const { counts } = this.#conversations;
		return {
			bytesRead: this.#source.consumed,
			totalBytes: this.#source.total,
			packets: this.#packets,
			events: this.#output.stored,
			payloadBytes: this.#output.payloadBytes,
			...counts,
			skipped: this.#skips.list(),
		};
	}

	/**
	 * Reads the file. `goOn` is called after each piece of it. Rejects with PcapngError for a file that is no capture, or
	 * is damaged before its first packet, with GaveUp where the folder cannot be written, and with Node's errors where
	 * the file cannot be read.
	 */
	async run(goOn: () => boolean): Promise<ImportSummary> {
		let damage: ImportDamage | undefined;
		let cancelled = false;
		let started = false;
		try {
			while (await this.#fill()) {
				if (!started) this.#output.begin();
				started = true;
				this.#packetsOf(this.#reader);
				this.#output.commit();
				cancelled = !goOn();
				if (cancelled) break;
			}
			if (!cancelled) this.#reader?.finish();
		} catch (error) {
			if (!(error instanceof PcapngError) || !started) throw error;
			if (this.#packets === 0) {
				this.#output.close();
				throw error;
			}
			damage = { offset: error.offset, message: error.message };
		}
		return this.#finish(damage, cancelled);
	}

	/** Reads until the reader has enough bytes; false at the end of the file. */
	async #fill(): Promise<boolean> {
		const window = this.#window;
		do {
			const room = window.prepare();
			const answer = this.#source.read(room);
			const count = typeof answer === 'number' ? answer : await answer;
			if (count === 0) {
				if (!this.#reader) throw new PcapngError(window.end, damageSays('formatUnknown'));
				return false;
			}
			window.end += count;
		} while (!window.satisfied);
		this.#reader ??= readerFor(window);
		return this.#reader !== undefined || this.#fill();
	}

	#packetsOf(reader: PacketReader | undefined): void {
		if (!reader) return;
		const { packet } = reader;
		while (reader.next()) {
			this.#packets++;
			this.#from ??= timeOf(packet);
			const reason = this.#read(packet);
			if (reason === undefined) {
				this.#conversations.take(this.#transport, packet);
			} else {
				if (reason !== WAITING) this.#skips.add(reason);
				if (packet.comments) this.#conversations.remark(packet);
			}
		}
	}

	/** Parses a packet down to the transport; returns why there is none, or undefined. */
	#read(packet: CapturedPacket): string | undefined {
		const { memory, start, captured } = packet;
		const found = this.#links.find(packet);
		const end = start + captured;
		if (found.kind === 'ipv4') return this.#ip.v4(memory, found.at, end, packet);
		if (found.kind === 'ipv6') return this.#ip.v6(memory, found.at, end, packet);
		return found.kind === 'exported' ? readExported(this.#transport, memory, start, end) : found.reason;
	}

	#finish(damage: ImportDamage | undefined, cancelled: boolean): ImportSummary {
		const packet = this.#reader?.packet;
		this.#ip.finish();
		if (packet) this.#conversations.finish(packet);
		this.#output.close();
		const compression = this.#source.compression;
		const format = this.#reader?.format ?? '';
		return {
			...this.progress,
			format: compression === '' ? format : `${format}, ${compression}`,
			from: this.#from,
			to: packet && this.#packets > 0 ? timeOf(packet) : undefined,
			damage,
			cancelled,
		};
	}
}

function timeOf({ timeHigh, timeLow }: CapturedPacket): bigint {
	return (BigInt(timeHigh) << 32n) | BigInt(timeLow);
}
