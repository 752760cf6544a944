import type { StreamSide } from '../../../../common/conversation/index.ts';
import { charsetNamed } from '../../../../common/payload/index.ts';
import { writeClipboard } from '../../../app/shared/clipboard.ts';
import { viewed } from '../../../app/state/capture/viewed.ts';
import { session } from '../../../app/state/host/session.ts';
import { useSelection } from '../../../app/state/window/selection.ts';
import { toast, toastError } from '../../../app/state/window/toasts.ts';
import { COPY_LIMIT, type CopyFormat, copyLabel, copyText } from '../../../bytes/copy.ts';
import { words } from '../../../words/index.ts';
import { shownSide, useConversation } from './store.ts';

/** The selected events: from the start of the selection to its end; undefined for none. */
function selectedEvents(): { readonly n: number; readonly last: number } | undefined {
	const { anchor } = useConversation.getState();
	const { event } = useSelection.getState();
	if (event === undefined) return undefined;
	return { n: Math.min(anchor ?? event, event), last: Math.max(anchor ?? event, event) };
}

/** Copies the shown data of the selected events, and reports what was copied. */
export function copySelected(format: CopyFormat): void {
	const { connection } = useConversation.getState();
	const selected = selectedEvents();
	if (connection === undefined || selected === undefined) return;
	copy({ connection, side: shownSide(), ...selected }, format).then(
		(text) => toast({ tone: 'info', title: text }),
		(error: unknown) => toastError(words().bytes.notCopied, error),
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
	const { charset } = useConversation.getState();
	await writeClipboard(copyText(bytes, format, charsetNamed(charset)));
	const isAll = place === undefined && length <= COPY_LIMIT;
	const { copied, copiedFirst } = words().bytes;
	return (isAll ? copied : copiedFirst)(bytes.length, copyLabel(format, charset));
}
