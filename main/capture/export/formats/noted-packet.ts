import { annotationsOf, type Mark } from '../../../../common/capture/marks.ts';
import { formatAnnotation, MARKS_INTERFACE } from '../../format/annotation.ts';
import { exportedForm } from '../../packet/forms.ts';
import { buildInterface, buildOptions, buildPacket, optionText } from '../../pcapng/build.ts';
import { LINK, OPTION, PACKET_HEADER_BYTES, padded } from '../../pcapng/format.ts';

/** The description of the interface of marks and notes. */
export function marksInterface(): Uint8Array {
	return buildInterface(LINK.exported, MARKS_INTERFACE.name, MARKS_INTERFACE.description);
}

/** The packets that store a mark and a note for readers of captures; `n` is the event's position in the file. */
export function markPackets(
	mark: Mark,
	n: number,
	interfaceId: number,
	time: bigint,
	connection: number,
): Uint8Array[] {
	const { words } = exportedForm('tcp');
	const packet = new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
	const queue = connection === 0 ? {} : { queue: connection };
	return annotationsOf({ ...mark, n }).map((annotation) =>
		buildPacket({ interfaceId, time, ...queue, comment: formatAnnotation(annotation), packet }),
	);
}

/** The text on the packet itself, for people. No event comment starts like this. */
function wordsOf({ marked, note }: Mark): string {
	if (note === '') return 'marked';
	return marked ? `marked: ${note}` : `note: ${note}`;
}

/** The block of a packet with one more comment, as its last option. */
export function withMark(block: Uint8Array, mark: Mark): Uint8Array {
	const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
	const options = PACKET_HEADER_BYTES + padded(view.getUint32(20, true));
	// A list of options ends with an end mark of four bytes, and the block with its length.
	const kept = block.length - 4 > options ? block.length - 8 : options;
	const added = buildOptions([{ code: OPTION.comment, value: optionText(wordsOf(mark)) }]);
	const result = new Uint8Array(kept + added.length + 4);
	result.set(block.subarray(0, kept));
	result.set(added, kept);
	const length = new DataView(result.buffer);
	length.setUint32(4, result.length, true);
	length.setUint32(result.length - 4, result.length, true);
	return result;
}
