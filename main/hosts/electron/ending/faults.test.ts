import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type FaultEnd, faultHandler } from './faults.ts';

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'wirebench-faults-'));
	vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
	vi.restoreAllMocks();
	rmSync(folder, { recursive: true });
});

/** A handler, and what it did in order. */
function handler(given: Partial<FaultEnd> = {}) {
	const done: string[] = [];
	const logFile = join(folder, 'faults.log');
	const handle = faultHandler({
		logFile,
		version: '1.2.3',
		close: async () => {
			done.push('close');
		},
		tell: (_title, text) => done.push(text),
		exit: (code) => done.push(`exit ${code}`),
		...given,
	});
	return { handle, done, logFile };
}

it('logs the fault, closes the capture, shows the fault and exits with code 1, in this order', async () => {
	const { handle, done, logFile } = handler();
	await handle(new Error('boom'), 'uncaught error');
	expect(done).toEqual(['close', expect.stringMatching(/^boom\n\n.*closed and complete/), 'exit 1']);
	expect(done[1]).toContain(logFile);
	expect(readFileSync(logFile, 'utf8')).toMatch(/^\d{4}-.*Z Wirebench 1\.2\.3: uncaught error: Error: boom\n +at /);
});

it('ends also when closing fails or hangs, and says what that means for the capture', async () => {
	const failing = handler({ close: () => Promise.reject(new Error('disk')) });
	await failing.handle('text', 'unhandled rejection');
	expect(failing.done).toEqual([expect.stringMatching(/^text\n\n.*could not be closed/), 'exit 1']);
	expect(readFileSync(failing.logFile, 'utf8')).toContain('closing after a fault: Error: disk');
	const hanging = handler({ close: () => new Promise(() => undefined), closeLimitMs: 1 });
	await hanging.handle(new Error('boom'), 'uncaught error');
	expect(hanging.done).toEqual([expect.stringContaining('could not be closed within 0.001 s'), 'exit 1']);
});

it('only logs further faults while it ends', async () => {
	const closing = Promise.withResolvers<void>();
	const { handle, done, logFile } = handler({ close: () => closing.promise });
	const first = handle(new Error('first'), 'uncaught error');
	await handle(new Error('second'), 'uncaught error');
	expect(done).toEqual([]);
	closing.resolve();
	await first;
	expect(done).toEqual([expect.stringMatching(/^first/), 'exit 1']);
	expect(readFileSync(logFile, 'utf8')).toContain('Error: second');
});

it('ends also when the fault cannot be logged, and bounds the file', async () => {
	const nowhere = handler({ logFile: join(folder, 'none', 'faults.log') });
	await nowhere.handle(new Error('boom'), 'uncaught error');
	expect(nowhere.done).toEqual(['close', expect.stringContaining('cannot be written'), 'exit 1']);
	const { handle, logFile } = handler();
	writeFileSync(logFile, Buffer.alloc(1024 * 1024 + 1));
	await handle(new Error('boom'), 'uncaught error');
	expect(statSync(logFile).size).toBeLessThan(64 * 1024);
});
