import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createOutput } from './output.ts';

const LOTS = 'x'.repeat(1024 * 1024 + 1);

/** A stream whose reader takes one write each time it is told to. */
function slowReader() {
	const waiting: (() => void)[] = [];
	const wanted: (() => void)[] = [];
	const stream = new Writable({
		write(_chunk, _encoding, done) {
			waiting.push(done);
			wanted.shift()?.();
		},
	});
	return {
		stream,
		/** Resolves when something is written, unless it is already. */
		written: (): Promise<void> => (waiting.length > 0 ? Promise.resolve() : new Promise((r) => wanted.push(r))),
		take: (): void => waiting.shift()?.(),
	};
}

describe('the output', () => {
	it('writes what was queued in one turn at once, in order, bytes included', async () => {
		const writes: string[] = [];
		const stream = new Writable({
			write(chunk: Buffer, _encoding, done) {
				writes.push(chunk.toString());
				setImmediate(done);
			},
		});
		const output = createOutput(stream);
		output.write('a');
		output.write('b');
		output.writeBytes(Buffer.from('c'));
		output.write('d');
		await output.drained();
		expect(writes).toEqual(['ab', 'c', 'd']);
	});

	it('is saturated while its reader is behind, and says when it has caught up', async () => {
		const reader = slowReader();
		const output = createOutput(reader.stream);
		let relieved = 0;
		const stop = output.onRelief(() => {
			relieved += 1;
		});
		output.write(LOTS);
		expect(output.saturated).toBe(true);
		await reader.written();
		expect(relieved).toBe(0);
		const drained = output.drained();
		reader.take();
		await drained;
		expect(output.saturated).toBe(false);
		expect(relieved).toBe(1);
		stop();
	});

	it('ends cleanly when its reader goes away', async () => {
		const stream = new Writable({
			write(_chunk, _encoding, done) {
				done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
			},
		});
		const output = createOutput(stream);
		output.write(LOTS);
		await output.readerGone;
		await output.drained();
		expect(output.saturated).toBe(false);
		output.write('more');
		await output.drained();
	});
});
