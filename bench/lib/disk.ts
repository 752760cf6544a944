import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CHUNK_BYTES = 1024 * 1024;
const PROBE_MS = 500;

/** Bytes per second of one thread's sequential writes to the folder of the captures: the limit of any capture there. */
export function writeLimit(): number {
	const folder = mkdtempSync(join(tmpdir(), 'wirebench-bench-'));
	const chunk = Buffer.alloc(CHUNK_BYTES, 'wirebench');
	const file = openSync(join(folder, 'probe'), 'w');
	try {
		const start = performance.now();
		let written = 0;
		while (performance.now() - start < PROBE_MS) written += writeSync(file, chunk);
		return (written / (performance.now() - start)) * 1000;
	} finally {
		closeSync(file);
		rmSync(folder, { recursive: true, force: true });
	}
}
