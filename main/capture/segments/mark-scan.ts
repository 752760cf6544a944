import type { Annotation } from '../../../common/capture/marks.ts';
import { annotationIn } from '../format/annotation.ts';
import { PositionedFile } from '../format/file.ts';
import { INDEX_ROW_BYTES } from '../format/index-file.ts';
import { BLOCK, PcapngError } from '../pcapng/format.ts';
import { parseBlock, parsePacket } from '../pcapng/parse.ts';
import { damageSays } from '../sentences/damage-says.ts';
import { isDamage } from './damage.ts';
import { PAGE_ROWS } from './event-scan.ts';
import type { CaptureFolder } from './folder.ts';
import type { SegmentReader } from './segment.ts';

/** A packet with the longest note, or an interface description, fits in this. */
const BLOCK_BYTES = 192 << 10;

/**
 * The annotations in a capture's files, in order; undefined now and then, so that the caller can do other work in
 * between. They have no rows in the index and are found where the blocks of an event do not start at the end of the
 * previous one: only such places are read, besides the index. `others`: segments without any event.
 */
export function* readAnnotations(
	folder: CaptureFolder,
	others: readonly string[],
): Generator<Annotation | undefined, void, void> {
	const segments = [...folder.segments()];
	for (const [i, segment] of segments.entries()) {
		let end = 0;
		for (let at = 0; ; ) {
			const rows = segment.rowBytes(at, PAGE_ROWS);
			if (rows.length === 0) break;
			const view = new DataView(rows.buffer, rows.byteOffset, rows.byteLength);
			for (let row = 0; row < rows.length; row += INDEX_ROW_BYTES) {
				const offset = view.getUint32(row + 8, true);
				if (offset !== end) yield* between(segment.data, end, offset, segment);
				end = offset + view.getUint32(row + 12, true);
			}
			at += rows.length / INDEX_ROW_BYTES;
			yield undefined;
		}
		// After the last event there may be data that was being written: recovery handles that.
		yield* between(segment.data, end, tail(segment.data, segments[i + 1]?.data));
	}
	for (const path of others) {
		const other = new PositionedFile(path);
		try {
			yield* between(other, 0, other.size);
		} finally {
			other.close();
		}
	}
}

/** The end of a segment, the next of which may be a later part of the same file. */
function tail(file: PositionedFile, next: PositionedFile | undefined): number {
	return next?.path === file.path ? next.base - file.base : file.size;
}

/** Annotations among the blocks from `from` to `to`. Invalid data ends it, and is reported to the segment unless its index has it. */
function* between(
	file: PositionedFile,
	from: number,
	to: number,
	segment?: SegmentReader,
): Generator<Annotation, void, void> {
	for (let at = from; at < to; ) {
		const bytes = file.read(at, Math.min(BLOCK_BYTES, to - at));
		const found = blockAt(bytes, at);
		if (!found) {
			segment?.isDamaged(-1, new PcapngError(at, damageSays('markDamaged')));
			return;
		}
		if (found.annotation) yield found.annotation;
		at += found.length;
	}
}

function blockAt(bytes: Uint8Array, at: number): { length: number; annotation: Annotation | undefined } | undefined {
	try {
		const place = parseBlock(bytes, 0, at);
		if (!place) return undefined;
		const comments = place.type === BLOCK.packet ? parsePacket(bytes, place, at).comments : [];
		return { length: place.length, annotation: annotationIn(comments) };
	} catch (error) {
		if (isDamage(error)) return undefined;
		throw error;
	}
}
