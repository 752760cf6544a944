import { appendFile, open, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { formatAnnotation, type KeptAnnotation, MARKS_INTERFACE } from '../format/annotation.ts';
import { diskError } from '../format/disk-error.ts';
import { buildIndexHeader } from '../format/index-file.ts';
import { writerOf } from '../format/lock.ts';
import { describeSegment, indexName, segmentName, segmentNumber } from '../format/names.ts';
import { exportedForm } from '../packet/forms.ts';
import { buildInterface, buildPacket, buildSection } from '../pcapng/build.ts';
import { APPLICATION, LINK } from '../pcapng/format.ts';
import { checkIndex } from '../recover/check-index.ts';
import { captureError } from '../sentences/capture-error.ts';

const { words } = exportedForm('tcp');
const BARE = new Uint8Array(words.buffer, words.byteOffset, words.byteLength);

/**
 * Stores annotations in the folder of a capture without a writer: in a separate segment after all others, so that the
 * captured data stays unchanged, byte for byte. `next` is the position after the capture's last event. Rejects with
 * `wrong-state` while another process writes it, `not-permitted` and `disk` where the folder cannot be written.
 */
export async function keepNotes(folder: string, next: number, annotations: readonly KeptAnnotation[]): Promise<void> {
	if ((await writerOf(folder)) !== undefined) {
		throw captureError('wrong-state', 'writtenElsewhere');
	}
	try {
		const packets = annotations.map(({ annotation, time, connection }) =>
			buildPacket({
				interfaceId: 0,
				time,
				...(connection === 0 ? {} : { queue: connection }),
				comment: formatAnnotation(annotation),
				packet: BARE,
			}),
		);
		await append(folder, next, Buffer.concat(packets));
	} catch (error) {
		throw refusal(folder, error);
	}
}

async function append(folder: string, next: number, packets: Uint8Array): Promise<void> {
	const numbers = (await readdir(folder)).flatMap((name) => segmentNumber(name) ?? []);
	const last = Math.max(0, ...numbers);
	const paths = (number: number) => [join(folder, segmentName(number)), join(folder, indexName(number))] as const;
	const [data, index] = paths(last);
	const state = checkIndex(data, index, next);
	if (last > 0 && state.kind === 'sound' && state.rows === 0 && (await hasInterface(data))) {
		await appendWhole(data, packets);
		return;
	}
	const [newData, newIndex] = paths(last + 1);
	const head = [
		buildSection(APPLICATION, describeSegment(last + 1, next)),
		buildInterface(LINK.exported, MARKS_INTERFACE.name, MARKS_INTERFACE.description),
	];
	try {
		await writeFile(newData, Buffer.concat([...head, packets]), { flag: 'wx', mode: 0o600 });
		await writeFile(newIndex, buildIndexHeader(next), { flag: 'wx', mode: 0o600 });
	} catch (error) {
		if (!isExists(error)) for (const path of [newData, newIndex]) await rm(path, { force: true });
		throw error;
	}
}

/** A segment without events that is longer than its header has our interface first, and only annotations. */
async function hasInterface(data: string): Promise<boolean> {
	const file = await open(data);
	try {
		const { buffer } = await file.read(Buffer.alloc(8), 0, 8, 0);
		return (await file.stat()).size > buffer.readUInt32LE(4);
	} finally {
		await file.close();
	}
}

/** A disk that takes only a part keeps none. */
async function appendWhole(path: string, bytes: Uint8Array): Promise<void> {
	const { size } = await stat(path);
	try {
		await appendFile(path, bytes);
	} catch (error) {
		await truncate(path, size);
		throw error;
	}
}

function isExists(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

function refusal(folder: string, error: unknown): WirebenchError {
	const reason = WirebenchError.fromInfo(diskError(error));
	const { errno } = reason.details;
	if (errno === undefined || !['EACCES', 'EPERM', 'EROFS'].includes(errno)) {
		return captureError('disk', 'seeToFolder', { reason, folder }, reason.details);
	}
	return captureError('not-permitted', 'notesForbidden', { folder }, { errno });
}
