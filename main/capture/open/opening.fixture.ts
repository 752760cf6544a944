import { appendFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import { openCapture } from '../live/start.ts';
import { pattern, Recording, temporaryFolders } from '../recording.fixture.ts';
import { type OpenedCapture, type OpenStoredOptions, openStored } from './open-stored.ts';

export const newFolder = temporaryFolders();

export function workFolder(): string {
	const folder = newFolder();
	mkdirSync(folder);
	return folder;
}

export async function open(path: string, options: Partial<OpenStoredOptions> = {}): Promise<OpenedCapture> {
	const result = await openStored({ id: 'x', path, workFolder: workFolder(), ...options });
	onTestFinished(() => result.capture.close());
	return result;
}

export const allRows = ({ capture }: OpenedCapture): Promise<CaptureRow[]> => capture.rows(0, 100_000);
export const words = (rows: readonly CaptureRow[]) =>
	rows.map(({ kind, text, preview }) => `${kind} ${kind === 'data' ? Buffer.from(preview).toString('latin1') : text}`);

/** Records a conversation into segments of about this size. */
export async function record(events: number, segmentBytes = 1 << 20): Promise<string> {
	const folder = newFolder();
	const capture = await openCapture({ folder, segmentBytes });
	const recording = new Recording(capture);
	const endpoint = recording.endpoint('E');
	const local = { address: '127.0.0.1', port: 1 };
	const remote = { address: '127.0.0.1', port: 2 };
	recording.open({ id: 1, endpoint, protocol: 'tcp', role: 'accepted', local, remote, mirrored: false });
	for (let i = 0; i < events; i++) {
		recording.data(1, i % 2 === 0 ? 'in' : 'out', i % 50 === 49 ? pattern(70_000, i) : Buffer.from(`event ${i}`));
	}
	recording.event(1, 'close', 'out');
	await capture.close();
	return folder;
}

export const segmentsOf = (folder: string) =>
	readdirSync(folder)
		.filter((name) => name.endsWith('.pcapng'))
		.sort()
		.map((name) => join(folder, name));

export function concatenate(files: readonly string[]): string {
	const path = join(workFolder(), 'all.pcapng');
	for (const file of files) appendFileSync(path, readFileSync(file));
	return path;
}
