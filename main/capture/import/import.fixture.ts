import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import { readPayload } from '../segments/bytes.ts';
import { CaptureFolder } from '../segments/folder.ts';
import { readRows } from '../segments/rows.ts';
import { importCapture } from './import.ts';
import type { ImportLimits, ImportSummary } from './types.ts';

/** An event of an import with all its bytes. */
export interface ImportedEvent extends CaptureRow {
	readonly bytes: Buffer;
}

/** The result of importing a file. */
export class Imported {
	readonly folder: string;
	readonly summary: ImportSummary;
	readonly events: readonly ImportedEvent[];

	constructor(folder: string, summary: ImportSummary) {
		this.folder = folder;
		this.summary = summary;
		this.events = readEvents(folder, summary.events);
	}

	/** Events as lines: `#1 in data hello`. */
	get lines(): string[] {
		return this.events.map(({ connection, direction, kind, text, bytes }) => {
			const what = kind === 'data' ? bytes.toString('latin1') : text;
			return `#${connection} ${direction} ${kind} ${what}`.trimEnd();
		});
	}

	/** All bytes of a connection in one direction. */
	stream(connection: number, direction: 'in' | 'out'): Buffer {
		const parts = this.events.filter((event) => event.connection === connection && event.direction === direction);
		return Buffer.concat(parts.map(({ bytes }) => bytes));
	}
}

/** Events of a capture folder, in order. */
export function readEvents(path: string, count: number): ImportedEvent[] {
	const folder = new CaptureFolder(path);
	try {
		const events: ImportedEvent[] = [];
		for (let from = 0; from < count; from += 500) {
			const to = Math.min(count, from + 500);
			const rows = readRows(folder, from, to);
			let at = 0;
			for (const run of folder.rows(from, to)) {
				for (const index of run.segment ? run.rows : []) {
					const row = rows[at++];
					if (!row || !run.segment) throw new Error('An event has no row.');
					const payload = row.kind === 'data' ? readPayload(run.segment, index, 0, index.length) : new Uint8Array(0);
					events.push({ ...row, bytes: Buffer.from(payload) });
				}
			}
		}
		return events;
	} finally {
		folder.close();
	}
}

/** Creates folders that are removed after each test, and imports into them. */
export function imports() {
	const made: string[] = [];
	afterEach(() => {
		for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
	});
	const folder = () => {
		const path = mkdtempSync(join(tmpdir(), 'wirebench-import-'));
		made.push(path);
		return path;
	};
	const file = (bytes: Uint8Array, name = 'file.pcap') => {
		const path = join(folder(), name);
		writeFileSync(path, bytes);
		return path;
	};
	return {
		folder,
		file,
		/** Imports a file, or bytes as a file. */
		of: async (source: string | Uint8Array, limits: Partial<ImportLimits> = {}): Promise<Imported> => {
			const target = join(folder(), 'capture');
			const path = typeof source === 'string' ? source : file(source);
			const summary = await importCapture(path, target, () => undefined, limits).done;
			return new Imported(target, summary);
		},
	};
}
