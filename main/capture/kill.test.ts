import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { byTier } from '../../common/tier.fixture.ts';
import { type RecoveryReport, recoverFolder } from './index.ts';
import { temporaryFolders } from './recording.fixture.ts';
import { readPayload } from './segments/bytes.ts';
import { CaptureFolder } from './segments/folder.ts';
import { capinfos, tshark, tsharkMissing } from './tshark.fixture.ts';

const newFolder = temporaryFolders();
const KILLS = byTier(2, 50);
/** Concurrent recording programs. */
const AT_ONCE = 2;
/** Data received this long before the kill must be in the files. */
const PROMISE_MS = 100;
/** A process whose threads wait for a core longer than this, in those 100 ms, cannot keep the guarantee, in milliseconds. */
const STARVED_MS = 20;

interface Killed {
	readonly folder: string;
	/** Events that had been received 100 ms before the kill. */
	readonly received: number;
	/** The most events that the process reported as stored. */
	readonly stored: number;
	/** The machine was overloaded: in those 100 ms the process waited for a core longer than permitted. */
	readonly starved: boolean;
}

/** How long all threads of a process have waited for a core so far, in milliseconds; 0 where the system does not report it. */
function waited(pid: number | undefined): number {
	const tasks = `/proc/${pid}/task`;
	if (!existsSync(tasks)) return 0;
	// proc(5): nanoseconds on a core, nanoseconds of waiting for one, and time slices.
	const delays = readdirSync(tasks).map((task) => readFileSync(join(tasks, task, 'schedstat'), 'utf8').split(' ')[1]);
	return delays.reduce((sum, delay) => sum + Number(delay), 0) / 1e6;
}

/** Runs a recording program, and kills it at a random moment. */
async function recordAndKill(): Promise<Killed> {
	const folder = newFolder();
	const program = fileURLToPath(new URL('./kill.child.ts', import.meta.url));
	const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
	const closed = once(child, 'close');
	let output = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		output += text;
	});
	await Promise.race([once(child.stdout, 'data'), closed]);
	await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 150));
	const before = waited(child.pid);
	await new Promise((resolve) => setTimeout(resolve, PROMISE_MS));
	const killedAt = Date.now();
	const starved = waited(child.pid) - before > STARVED_MS;
	child.kill('SIGKILL');
	expect(await closed).toEqual([null, 'SIGKILL']);
	let [received, stored] = [0, 0];
	for (const line of output.split('\n').slice(0, -1)) {
		const [time = 0, wasReceived = 0, wasStored = 0] = line.split(' ').map(Number);
		if (time <= killedAt - PROMISE_MS) received = wasReceived;
		stored = wasStored;
	}
	return { folder, received, stored, starved };
}

/** Number of events in the folder; they must be the recorded ones, in order and byte for byte. */
function expectExact(folder: string): number {
	const capture = new CaptureFolder(folder);
	const count = capture.count();
	let wrong = 0;
	let n = 0;
	for (const run of capture.rows(0, count)) {
		for (const row of run.segment ? run.rows : []) {
			if (n > 0) {
				const bytes = run.segment ? readPayload(run.segment, row, 0, row.length) : new Uint8Array(0);
				const right = Buffer.alloc(row.length, new Uint8Array(new Uint32Array([n]).buffer));
				if (row.kind !== 'data' || row.length === 0 || !right.equals(bytes)) wrong++;
			}
			n++;
		}
	}
	capture.close();
	expect({ wrong, n }).toEqual({ wrong: 0, n: count });
	return count;
}

function expectSaid({ warnings, segments }: RecoveryReport): void {
	const message = warnings.join(' ');
	const cut = segments.reduce((sum, segment) => sum + segment.cutBytes, 0);
	expect(segments.filter((segment) => segment.damage !== undefined)).toEqual([]);
	if (segments.some((segment) => segment.index !== 'sound')) expect(message).toMatch(/^The capture was not closed/);
	else expect(message).toBe('');
	if (cut > 0) expect(message).toContain(`${cut} bytes of an unfinished event were cut off`);
}

test(`${KILLS} kills at any moment under load: all that was called stored is there, and but for a starved writer all from 100 ms before`, async () => {
	const files: string[] = [];
	let left = KILLS;
	let late = 0;
	const work = async (): Promise<void> => {
		while (left-- > 0) {
			const { folder, received, stored, starved } = await recordAndKill();
			const report = recoverFolder(folder);
			expectSaid(report);
			expect(recoverFolder(folder).warnings).toEqual([]);
			const count = expectExact(folder);
			expect(count).toBe(report.events);
			expect(received).toBeGreaterThan(10);
			expect(count).toBeGreaterThanOrEqual(stored);
			if (count < received && !starved) late++;
			for (const name of readdirSync(folder)
				.filter((name) => name.endsWith('.pcapng'))
				.sort()) {
				files.push(join(folder, name));
			}
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	// Stored events are always present. A disk may rarely take longer than 100 ms.
	expect(late).toBeLessThanOrEqual(Math.ceil(KILLS / 10));
	if (tsharkMissing !== undefined) return;
	// Reads all of them concatenated, which is a valid pcapng file, with one start of tshark.
	const all = join(newFolder(), '..', 'all.pcapng');
	writeFileSync(all, Buffer.concat(files.map((file) => readFileSync(file))));
	expect(tshark(all, '-q')).toBe('');
	expect(capinfos(all).get('Number of packets')).toMatch(/^\d+$/);
	rmSync(all);
});
