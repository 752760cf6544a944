import { spawnSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Recording } from './recording.fixture.ts';
import type { Capture } from './types.ts';

/** Resolves when the condition holds, checked at each progress report. */
export function until(capture: Capture, condition: () => boolean): Promise<void> {
	const { promise, resolve } = Promise.withResolvers<void>();
	const stop = capture.onProgress(() => {
		if (condition()) resolve();
	});
	return promise.finally(stop);
}

/** A recording with TCP connection 1 and UDP connection 2 open, on separate endpoints. */
export function startRecording(capture: Capture): Recording {
	const recording = new Recording(capture);
	const end = { address: '127.0.0.1', port: 1 };
	for (const [id, protocol] of [[1, 'tcp'] as const, [2, 'udp'] as const]) {
		const endpoint = recording.endpoint(protocol);
		const remote = { address: '127.0.0.1', port: 40_000 + id };
		recording.open({ id, endpoint, protocol, role: 'accepted', local: end, remote, mirrored: false });
	}
	return recording;
}

/** Stalls the writer by moving its folder away. Resolves, once it has noticed, with a function that moves it back. */
export async function stall(capture: Capture, wake: () => void): Promise<() => void> {
	const away = `${capture.folder}.away`;
	renameSync(capture.folder, away);
	while (capture.error() === undefined) {
		wake();
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
	return () => renameSync(away, capture.folder);
}

/** Whether the counters are consistent: received events are stored, dropped, or in flight. */
export function balance(capture: Capture): { received: number; stored: number; dropped: number; onTheWay: number } {
	const { received, stored, dropped } = capture.counters();
	return { received, stored, dropped, onTheWay: received - stored - dropped };
}

/** Why a disk of a given size cannot be created here, or undefined when it can. */
export const mountMissing: string | undefined =
	process.platform === 'linux' && process.getuid?.() === 0 && tryMount() ? undefined : 'only root may mount a tmpfs';

function call(program: string, ...args: string[]): void {
	const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8', timeout: 60_000 });
	if (error) throw error;
	if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
}

function mount(bytes: number): string {
	const path = mkdtempSync(join(tmpdir(), 'wirebench-disk-'));
	try {
		call('mount', '-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', path);
	} catch (error) {
		rmdirSync(path);
		throw error;
	}
	return path;
}

function unmount(path: string): void {
	call('umount', '-l', path);
	rmdirSync(path);
}

function tryMount(): boolean {
	try {
		unmount(mount(1 << 20));
		return true;
	} catch (error) {
		if (error instanceof Error) return false;
		throw error;
	}
}

/** Creates disks of a given size, which are removed after each test. */
export function smallDisks(): (bytes: number) => string {
	return (bytes) => {
		const path = mount(bytes);
		onTestFinished(() => unmount(path));
		return path;
	};
}

/** Prevents everybody, root included, from creating files in a folder; or permits it again. */
export function freeze(folder: string, frozen: boolean): void {
	call('chattr', frozen ? '+i' : '-i', folder);
}
