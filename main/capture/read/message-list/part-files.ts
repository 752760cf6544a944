import { createHash } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMissing, unfinishedName } from '../../../files/index.ts';
import { PositionedFile } from '../../format/file.ts';
import { itemsName, itemsOf } from '../../format/names.ts';
import { encodePart, type Part, readItems, readPart, type StoredPart } from './part-file.ts';

/** Where others may write, but not we. */
const REFUSED = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOENT']);

/** The files of one list of messages: beside the capture's indexes, or, where those cannot be written, in a temporary folder. */
export class PartFiles {
	readonly #beside: string;
	readonly keeps: boolean;
	/** Identifies the framings among all lists of the capture. */
	readonly #hash: string;
	#temporary: string | undefined;

	/** `identity`: everything that the items depend on besides the events. `keeps`: new parts are kept, too. */
	constructor(beside: string, identity: string, keeps = true) {
		this.#beside = beside;
		this.keeps = keeps;
		this.#hash = createHash('sha256').update(identity).digest('hex').slice(0, 16);
	}

	/** Events at which kept parts begin, in order. */
	kept(): number[] {
		try {
			const names = readdirSync(this.#beside);
			return names.flatMap((name) => itemsOf(name, this.#hash) ?? []).sort((a, b) => a - b);
		} catch (error) {
			if (error instanceof Error && 'code' in error && REFUSED.has(String(error.code))) return [];
			throw error;
		}
	}

	/** The kept part from an event; undefined where there is none, or it is damaged. */
	read(from: number): StoredPart | undefined {
		let file: PositionedFile;
		try {
			file = new PositionedFile(this.pathOf(from));
		} catch (error) {
			if (isMissing(error)) return undefined;
			throw error;
		}
		try {
			return readPart(file);
		} finally {
			file.close();
		}
	}

	/** All items of a kept part. */
	items({ from, count }: StoredPart): Uint32Array {
		const file = new PositionedFile(this.pathOf(from));
		try {
			return readItems(file, 0, count);
		} finally {
			file.close();
		}
	}

	/** The place of a kept part. */
	pathOf(from: number): string {
		return join(this.#beside, itemsName(this.#hash, from));
	}

	/** Writes a part, whole or not at all, in place of an earlier one from the same event. Returns its path. Throws Node's errors. */
	write(part: Part): string {
		const pieces = encodePart(part);
		const name = itemsName(this.#hash, part.from);
		if (this.keeps && this.#temporary === undefined) {
			try {
				return put(this.pathOf(part.from), pieces);
			} catch (error) {
				if (!(error instanceof Error && 'code' in error && REFUSED.has(String(error.code)))) throw error;
			}
		}
		this.#temporary ??= mkdtempSync(join(tmpdir(), 'wirebench-messages-'));
		return put(join(this.#temporary, name), pieces);
	}

	/** Removes what is not kept. */
	close(): void {
		if (this.#temporary !== undefined) rmSync(this.#temporary, { recursive: true, force: true });
		this.#temporary = undefined;
	}
}

function put(path: string, pieces: readonly Uint8Array[]): string {
	const unfinished = unfinishedName(path);
	try {
		const file = openSync(unfinished, 'w', 0o600);
		try {
			for (const piece of pieces) writeFileSync(file, piece);
		} finally {
			closeSync(file);
		}
		renameSync(unfinished, path);
	} catch (error) {
		rmSync(unfinished, { force: true });
		throw error;
	}
	return path;
}
