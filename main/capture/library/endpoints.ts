import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { OPEN_AT_ONCE } from '../../files/index.ts';
import type { IndexRow } from '../format/index-file.ts';
import { segmentName } from '../format/names.ts';
import { parseRun } from '../format/parse-run.ts';
import { BLOCK, PcapngError } from '../pcapng/format.ts';
import { parseBlock, parseInterface } from '../pcapng/parse.ts';

/** An interface description with the longest name and description fits in this. */
const INTERFACE_BYTES = 132 << 10;
/** Maximum number of looked-up names: a list shows a few. */
const MOST = 16;

interface Rows {
	readonly number: number;
	readonly rows: readonly IndexRow[];
}

/** Names of the endpoints of these rows. */
export async function endpointsAt(folder: string, segments: readonly Rows[]): Promise<string[]> {
	const names = new Set<string>();
	for (const { number, rows } of segments) {
		const offsets = [...new Set(rows.map((row) => row.interfaceOffset))].slice(0, MOST);
		for (const name of await namesAt(join(folder, segmentName(number)), offsets)) names.add(name);
	}
	return [...names];
}

async function namesAt(path: string, offsets: readonly number[]): Promise<string[]> {
	const names: string[] = [];
	const file = await open(path, OPEN_AT_ONCE);
	try {
		const bytes = new Uint8Array(INTERFACE_BYTES);
		for (const offset of offsets) {
			const { bytesRead } = await file.read(bytes, 0, bytes.length, offset);
			const name = nameIn(bytes.subarray(0, bytesRead), offset);
			if (name !== undefined) names.push(name);
		}
		return names;
	} finally {
		await file.close();
	}
}

/** Undefined without an interface description: opening the capture reports the damage. */
function nameIn(bytes: Uint8Array, offset: number): string | undefined {
	try {
		const place = parseBlock(bytes, 0, offset);
		if (place?.type !== BLOCK.interface) return undefined;
		const { name, description } = parseInterface(bytes, place, offset);
		return parseRun(description, name).name;
	} catch (error) {
		if (error instanceof PcapngError) return undefined;
		throw error;
	}
}
