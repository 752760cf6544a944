import type { Marks } from '../../../common/capture/marks.ts';
import type { CaptureFolder } from '../segments/folder.ts';
import { createEncoder, createListEncoder } from './formats/encoder.ts';
import { FieldCells } from './formats/field-cells.ts';
import type { ExportOrder } from './formats/order.ts';
import type { ByteOutput } from './formats/output.ts';
import { MessageSelection } from './message-selection.ts';
import { Selection } from './selection.ts';

/** A format, without its items. */
interface Frame {
	/** Called before the first item, and after the last. */
	begin(): void;
	end(): void;
}

/** What writes the items of an export. */
export interface ItemsOut {
	/** Events before this one have been scanned. */
	readonly position: number;
	/** Writes what is selected of the events before `to`. Throws the errors of reading. */
	run(to: number): void;
	close(): void;
}

/** `written` is called with the event of each item, `pause` regularly; both may throw to end it. Throws FilterError. */
export function writing(
	folder: CaptureFolder,
	order: ExportOrder,
	marks: Marks,
	output: ByteOutput,
	written: (event: number) => void,
	pause: () => void,
): { readonly frame: Frame; readonly items: ItemsOut } {
	const { messages, scope } = order;
	const fields = scope.fields === undefined ? undefined : new FieldCells(folder, scope.fields);
	if (messages === undefined) {
		const frame = createEncoder(order, output, fields);
		const take = (event: Parameters<typeof frame.item>[0]) => {
			frame.item(event);
			written(event.n);
		};
		return { frame, items: new Selection(folder, order, marks, take, pause) };
	}
	const frame = createListEncoder(messages.format, output, true, fields);
	const take = (item: Parameters<typeof frame.item>[0]) => {
		frame.item(item);
		written(item.n);
	};
	return { frame, items: new MessageSelection(folder, order, messages, marks, take, pause) };
}
