import { useEffect, useState } from 'react';
import { parseHex } from '../../../../common/payload/hex-notation/index.ts';
import { toHex } from '../../../../common/payload/index.ts';
import type { CheckedStructure } from '../../../../common/structure/read.ts';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { ExplainedSegmented } from '../../../app/shared/explain/ExplainedSegmented.tsx';
import { formatBytes } from '../../../app/shared/format.ts';
import { readPayload } from '../../../app/state/capture/read-payload.ts';
import { selectedRow } from '../../../app/state/capture/selected-row.ts';
import { toast, toastError } from '../../../app/state/window/toasts.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import { faultText } from '../../../words/errors.ts';
import { words as pageWords } from '../../../words/index.ts';
import { ComposeForm } from '../compose/ComposeForm.tsx';
import { ReadMessage } from './ReadMessage.tsx';

/** Bytes of a selected message that are taken. */
const MOST_BYTES = 64 * 1024;

type Use = 'read' | 'compose';

/** A structure over a message: its fields with their bytes, or a form that makes one. */
export function TryStructure({ usable }: { readonly usable: CheckedStructure['usable'] }) {
	const { structures: words } = useDialogWords();
	const [use, setUse] = useState<Use>('read');
	const [written, setWritten] = useState('');
	const [note, setNote] = useState<string>();

	const take = async (asked: boolean) => {
		const row = await selectedRow();
		if (row?.kind !== 'data' || row.length === 0) {
			if (asked) toast({ tone: 'info', title: words.nothingSelected });
			return;
		}
		setWritten(toHex(await readPayload(row, MOST_BYTES), ' '));
		setNote(row.length > MOST_BYTES ? words.cut(formatBytes(MOST_BYTES)) : undefined);
	};
	const taken = (asked: boolean) =>
		void take(asked).catch((error: unknown) => toastError(pageWords().captureActions.messageUnread, error));
	// biome-ignore lint/correctness/useExhaustiveDependencies: the message that is selected when the dialog opens
	useEffect(() => taken(false), []);

	const parsed = parseHex(written);
	const fault = parsed.ok ? undefined : faultText(parsed);
	return (
		<section className="structure-try" aria-label={words.use}>
			<TextArea
				label={words.bytes}
				aside={<ExplainButton explains="dialogs.readBytes" />}
				hint={note ?? words.bytesHint}
				mono
				rows={3}
				value={written}
				error={fault}
				onChange={(text) => {
					setNote(undefined);
					setWritten(text);
				}}
			/>
			<div className="structure-actions">
				<ExplainedSegmented
					label={words.use}
					explains="dialogs.structureUse"
					value={use}
					segments={[
						{ value: 'read', label: words.read },
						{ value: 'compose', label: words.compose },
					]}
					onChange={setUse}
				/>
				<Button onClick={() => taken(true)}>{words.takeSelected}</Button>
			</div>
			{usable === undefined ? (
				<EmptyState title={words.notYet.title}>{words.notYet.text}</EmptyState>
			) : use === 'read' ? (
				<ReadMessage program={usable.program} bytes={parsed.ok ? parsed.bytes : undefined} />
			) : (
				<ComposeForm program={usable.program} message={parsed.ok ? parsed.bytes : undefined} />
			)}
		</section>
	);
}
