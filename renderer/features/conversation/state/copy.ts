import type { StreamSide } from '../../../../common/conversation/index.ts';
import { writeClipboard } from '../../../app/shared/clipboard.ts';
import { formatCount } from '../../../app/shared/format.ts';
import { viewed } from '../../../app/state/capture/viewed.ts';
import { session } from '../../../app/state/host/session.ts';
import { useSelection } from '../../../app/state/window/selection.ts';
import { toast, toastError } from '../../../app/state/window/toasts.ts';
import { COPY_LIMIT, type CopyFormat, copyLabel, copyText } from '../../../bytes/copy.ts';
import { useConversation } from './store.ts';

/** Copies the data of the selected events, and reports what was copied. */
export function copySelected(format: CopyFormat, side: StreamSide): void {
	const { connection, anchor } = useConversation.getState();
	const { event } = useSelection.getState();
	if (connection === undefined || event === undefined) return;
	const [n, last] = [Math.min(anchor ?? event, event), Math.max(anchor ?? event, event)];
	copy({ connection, side, n, last }, format).then(
		(text) => toast({ tone: 'info', title: text }),
		(error: unknown) => toastError('Nothing was copied', error),
	);
}

interface Wanted {
	readonly connection: number;
	readonly side: StreamSide;
	readonly n: number;
	readonly last: number;
}

async function copy({ n, ...wanted }: Wanted, format: CopyFormat): Promise<string> {
	const parts: Uint8Array[] = [];
	let length = 0;
	let place: { n: number; offset: number } | undefined = { n, offset: 0 };
	while (place !== undefined && length < COPY_LIMIT) {
		const answer: { bytes: Uint8Array; next?: { n: number; offset: number } | undefined } = await session.call(
			'streamBytes',
			{ ...viewed(), ...wanted, ...place },
		);
		parts.push(answer.bytes);
		length += answer.bytes.length;
		place = answer.next;
	}
	const bytes = new Uint8Array(Math.min(length, COPY_LIMIT));
	let at = 0;
	for (const part of parts) {
		bytes.set(part.subarray(0, bytes.length - at), at);
		at += part.length;
	}
	await writeClipboard(copyText(bytes, format));
	const what = `${formatCount(bytes.length)} ${bytes.length === 1 ? 'byte' : 'bytes'} as ${copyLabel(format, 'utf-8')}`;
	const isAll = place === undefined && length <= COPY_LIMIT;
	return isAll ? `Copied ${what}.` : `Copied the first ${what}: one copy takes no more.`;
}
