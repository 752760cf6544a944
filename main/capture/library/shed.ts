import { open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { OPEN_AT_ONCE } from '../../files/index.ts';
import { INDEX_HEADER_BYTES, parseIndexHeader } from '../format/index-file.ts';
import { indexName, isItems, segmentName, segmentNumber } from '../format/names.ts';

/**
 * Deletes all segments of a capture but the current one, and returns the position of the first remaining event. Rejects
 * with Node's errors.
 */
export async function shed(folder: string): Promise<number> {
	const names = await readdir(folder);
	const numbers = names.flatMap((name) => segmentNumber(name) ?? []).sort((a, b) => a - b);
	const last = numbers.pop();
	for (const name of names) if (isItems(name)) await rm(join(folder, name), { force: true });
	for (const number of numbers) {
		await rm(join(folder, segmentName(number)), { force: true });
		await rm(join(folder, indexName(number)), { force: true });
	}
	return last === undefined ? 0 : await firstOf(join(folder, indexName(last)));
}

async function firstOf(index: string): Promise<number> {
	const file = await open(index, OPEN_AT_ONCE);
	try {
		const { buffer } = await file.read(new Uint8Array(INDEX_HEADER_BYTES));
		return parseIndexHeader(buffer)?.first ?? 0;
	} finally {
		await file.close();
	}
}
