import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import { conditionOf, excluded } from '../../../common/filter/index.ts';
import { charsetNamed, decodeText } from '../../../common/payload/index.ts';
import type { CharsetName } from '../../../common/payload/schema.ts';
import { writeClipboard } from '../../app/shared/clipboard.ts';
import type { ByteSource } from '../../app/shared/hex/byte-source.ts';
import { formatsEntry } from '../../app/state/capture/menu/copy-entries.ts';
import { inGroups } from '../../app/state/capture/menu/row-entries.ts';
import { narrowEntry } from '../../app/state/capture/narrow.ts';
import { searchFor } from '../../app/state/capture/search/written.ts';
import { type MenuPlace, openContextMenu } from '../../app/state/window/context-menu.ts';
import { copyLabel } from '../../bytes/copy.ts';
import type { ByteRange } from '../../bytes/visible-text.ts';
import { dialogWords } from '../../words/dialogs.ts';
import { words } from '../../words/index.ts';
import { copyBytes } from './copy.ts';
import { openBytesFind } from './find-store.ts';

/** Bytes of a condition and of a search at most. */
const MOST = 200;

interface SelectedText {
	readonly row: CaptureRow;
	readonly source: ByteSource;
	readonly charset: CharsetName;
	/** The bytes of the selected text. */
	readonly range: ByteRange;
	/** Shows the result of a command. */
	readonly say: (work: Promise<string | undefined>) => void;
}

/** Opens the menu of the selected text. */
export async function openTextMenu(
	place: MenuPlace,
	{ row, source, charset, range, say }: SelectedText,
): Promise<undefined> {
	const { from, to } = range;
	const bytes = await source.read(from, Math.min(to, from + MOST));
	const condition = conditionOf({ ...row, kind: 'data', preview: bytes, length: to - from }, 'content', row.time);
	const text = dialogWords().logMenus;
	const copy = async () => {
		const selected = await source.read(from, to);
		await writeClipboard(decodeText(selected, charsetNamed(charset)));
		return words().bytes.copied(selected.length, copyLabel('text', charset));
	};
	const entries = inGroups(
		[
			{ label: text.copySelection, note: 'Ctrl C', onSelect: () => say(copy()) },
			formatsEntry(charset, (format) => say(copyBytes(source, from, to, format, charset))),
		],
		[{ label: text.findSelected, onSelect: () => openBytesFind('find', searchFor(bytes, charset)) }],
		condition === undefined
			? []
			: [narrowEntry(text.filterSelected, condition), narrowEntry(text.excludeSelected, excluded(condition))],
	);
	openContextMenu(place, text.selectedText, entries);
}
