import { join } from 'node:path';
import type { Bench, Options } from './lib/bench.ts';
import { startHost } from './lib/host.ts';
import { summarise } from './lib/statistics.ts';
import { residentMebibytes } from './lib/threads.ts';
import { judge, type Verdict } from './lib/verdict.ts';
import { filterMessages, listMessages, rowsAnywhere, sendMessages, type WriteMessage } from './messages/load.ts';

const MESSAGES = 10_000_000;
const LENGTH = 64;
/** `rows in view`: this many places of the list, of so many rows. */
const PLACES = 200;
const ROWS = 100;
/** Identifies one message. */
const NEEDLE = 'message 0000077700';

/** Messages of one length. */
const write: WriteMessage = (bytes, at, i) =>
	bytes.write(`message ${String(i).padStart(10, '0')}`.padEnd(LENGTH, '.'), at, 'latin1');

export const bench: Bench = {
	title: '10 million messages of a stream, listed, filtered and scrolled through the contract, as the page does',
	async run({ quick, rounds, scratch, say }: Options): Promise<Verdict[]> {
		const count = quick ? 100_000 : MESSAGES;
		const host = await startHost(scratch, join(scratch, `messages-${count}`));
		try {
			const framing = { type: 'fixed', length: LENGTH } as const;
			const port = await host.endpoint({ kind: 'tcp-server', name: 'load', port: 0, framing });
			await sendMessages(port, count, write);
			const bytes = count * LENGTH;
			await host.status((now) => now.received === now.stored + now.dropped && now.size > bytes);
			const before = residentMebibytes(host.pid);
			const made = await listMessages(host);
			if (made.items < count) throw new Error(`${made.items} items of ${count} messages.`);
			say(`  ${made.items} items in ${made.ms.toFixed(0)} ms`);

			const rows = await rowsAnywhere(host, { places: PLACES, count: ROWS, items: made.items });
			const lengths: number[] = [];
			const search: number[] = [];
			for (let round = 0; round < (quick ? 1 : rounds); round += 1) {
				const other = await filterMessages(host, `dir:in len!=${LENGTH} port!=1`);
				other.stop();
				lengths.push(other.ms);
				const found = await filterMessages(host, `text:"${NEEDLE}"`);
				found.stop();
				if (found.matched !== 1) throw new Error(`${found.matched} messages have the needle.`);
				search.push(found.ms);
			}
			const after = residentMebibytes(host.pid);
			say(`  ${before.toFixed(0)} MiB before the list, ${after.toFixed(0)} MiB after; ${bytes / 1e6} MB searched`);
			made.stop();
			const again = await listMessages(host);
			again.stop();
			return [
				judge('listed', 'most', 15_000, 'ms', summarise([made.ms])),
				judge('listed again from its files', 'most', 1000, 'ms', summarise([again.ms])),
				judge(`${ROWS} rows anywhere, the slowest`, 'most', 50, 'ms', summarise([Math.max(...rows)])),
				judge('filter by length over all', 'most', 1000, 'ms', summarise(lengths)),
				judge('text in messages over all', 'most', 3000, 'ms', summarise(search)),
				judge('growth of memory', 'most', 64, 'MiB', summarise([after - before])),
			];
		} finally {
			await host.stop();
		}
	},
};
