import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { startHost } from './host.ts';
import { residentMebibytes } from './threads.ts';
import { sendDatagrams } from './udp-generator.ts';

/** Datagrams per second: below the rate at which machines lose many. */
const RATE = 120_000;

/** Resident memory of a process after this many stored events, in MiB. */
export interface MemoryReading {
	readonly events: number;
	readonly mebibytes: number;
}

export interface BigCapture {
	readonly folder: string;
	readonly events: number;
	/** Absent when the capture already existed. */
	readonly memory?: readonly MemoryReading[];
}

/** Bytes of all segments of a capture. */
export function segmentBytes(folder: string): number {
	const names = readdirSync(folder).filter((name) => name.endsWith('.pcapng'));
	return names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

/**
 * A capture of at least this many 64-byte datagrams in the folder of this run. The first call makes Wirebench record it
 * and samples its memory; later calls get the same one.
 */
export async function bigCapture(scratch: string, events: number): Promise<BigCapture> {
	const folder = join(scratch, `capture-${events}`);
	if (existsSync(folder)) return { folder, events };
	const host = await startHost(scratch, folder);
	try {
		const port = await host.endpoint({ kind: 'udp', name: 'load' });
		const memory: MemoryReading[] = [];
		const step = events / 100;
		let stored = 0;
		for (let first = 0; stored < events; first += step) {
			await sendDatagrams({ host: '127.0.0.1', port, size: 64, rate: RATE, seconds: step / RATE, first });
			const status = await host.status((now) => now.received === now.stored + now.dropped && now.stored > stored);
			stored = status.stored;
			memory.push({ events: stored, mebibytes: residentMebibytes(host.pid) });
		}
		return { folder, events: stored, memory };
	} finally {
		await host.stop();
	}
}
