import { useMemo, useState } from 'react';
import { decodeAs } from '../../../../common/decode/index.ts';
import { toHex } from '../../../../common/payload/index.ts';
import { type Program, structureDecoder } from '../../../../common/structure/index.ts';
import { writeClipboard } from '../../../app/shared/clipboard.ts';
import { Fields } from '../../../app/shared/fields/Fields.tsx';
import { type ByteSelection, selectedRange } from '../../../app/shared/hex/byte-selection.ts';
import { ByteSource } from '../../../app/shared/hex/byte-source.ts';
import { HexView } from '../../../app/shared/hex/HexView.tsx';
import { toastError } from '../../../app/state/window/toasts.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';

const UNLIT = { places: [], at: -1 };

interface ReadMessageProps {
	readonly program: Program;
	/** Undefined: what is written is no hexadecimal. */
	readonly bytes: Uint8Array | undefined;
}

/** The fields of a message above its bytes. */
export function ReadMessage({ program, bytes }: ReadMessageProps) {
	const { structures: words } = useDialogWords();
	const [selection, setSelection] = useState<ByteSelection>();
	const fields = useMemo(
		() => (bytes === undefined ? [] : decodeAs(structureDecoder(program), bytes, { transport: 'datagram' })),
		[program, bytes],
	);
	const source = useMemo(() => {
		const all = bytes ?? new Uint8Array();
		return new ByteSource(all.length, async (offset, length) => all.subarray(offset, offset + length));
	}, [bytes]);
	if (bytes === undefined || bytes.length === 0)
		return <EmptyState title={words.noBytes.title}>{words.noBytes.text}</EmptyState>;
	const copyText = (text: string) =>
		void writeClipboard(text).catch((error: unknown) => toastError(words.notCopied, error));
	const copyBytes = () => {
		const range = selection && selectedRange(selection);
		copyText(toHex(range === undefined ? bytes : bytes.subarray(range.from, range.end), ' '));
	};
	return (
		<div className="structure-message">
			<Fields fields={fields} selection={selection} onSelect={setSelection} onCopyText={copyText} />
			<HexView source={source} selection={selection} onSelect={setSelection} lit={UNLIT} onCopy={copyBytes} />
		</div>
	);
}
