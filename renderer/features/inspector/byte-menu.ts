import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import type { Filter } from '../../../common/filter/index.ts';
import { toHex } from '../../../common/payload/index.ts';
import type { CharsetName } from '../../../common/payload/schema.ts';
import { type ByteSelection, selectedRange } from '../../app/shared/hex/byte-selection.ts';
import type { ByteSource } from '../../app/shared/hex/byte-source.ts';
import { conditionEntries } from '../../app/state/capture/narrow.ts';
import { DRAFT_LIMIT, offerDraft } from '../../app/state/window/composer-draft.ts';
import { type MenuPlace, openContextMenu } from '../../app/state/window/context-menu.ts';
import { requestFocus } from '../../app/state/window/focus.ts';
import { COPY_FORMATS, copyLabel } from '../../bytes/copy.ts';
import { words } from '../../words/index.ts';
import { copyBytes } from './copy.ts';

export { editAndSend, sendAgainAt } from '../../app/state/capture/send-again.ts';

/** Bytes of a condition at most: the rest of a filter's length is left for others. */
const MOST = 200;

interface MenuBytes {
	readonly row: CaptureRow;
	readonly source: ByteSource;
	/** Undefined: all bytes. */
	readonly selection: ByteSelection | undefined;
	readonly charset: CharsetName;
	/** Shows the result of a command. */
	readonly say: (work: Promise<string | undefined>) => void;
}

/** Opens the menu of the selected bytes, or of all of them. */
export async function openByteMenu(place: MenuPlace, menu: MenuBytes): Promise<undefined> {
	const { row, source, selection, charset, say } = menu;
	const { from, end } = selection === undefined ? { from: 0, end: source.total } : selectedRange(selection);
	const bytes = await source.read(from, Math.min(end, from + MOST));
	const condition: Filter = { type: 'hex', hex: toHex(bytes) };
	const text = words().inspector;
	const what = selection === undefined ? text.length(end - from) : text.selectedBytes(end - from);
	const edit = async () => {
		offerDraft({ bytes: await source.read(from, end), connection: row.connection, endpoint: row.endpoint });
		requestFocus('composer');
		return undefined;
	};
	openContextMenu(place, what, [
		{ heading: what },
		...COPY_FORMATS.map((format) => ({
			label: text.copyAs(copyLabel(format, charset)),
			onSelect: () => say(copyBytes(source, from, end, format, charset)),
		})),
		'separator',
		...conditionEntries(condition),
		'separator',
		{ label: text.edit, disabled: end - from > DRAFT_LIMIT, onSelect: () => say(edit()) },
	]);
}
