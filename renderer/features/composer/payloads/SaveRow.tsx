import { useState } from 'react';
import { messageOf } from '../../../../common/contract/base/message-of.ts';
import type { SavedPayload } from '../../../../common/payload/saved.ts';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { savePayload, usePayloads } from '../../../app/state/templates/payloads.ts';
import { keyText } from '../../../app/state/window/shortcuts.ts';
import { Button } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useWords } from '../../../words/index.ts';
import type { ReadDraft } from '../draft/drafts.ts';
import { contentOf, freeShortcut, listedAs } from './payload-draft.ts';

interface SaveRowProps {
	readonly draft: ReadDraft;
	/** The payload to rename or to move; absent: what the composer holds is saved. */
	readonly edited: SavedPayload | undefined;
	readonly onDone: () => void;
}

const DIGITS = ['none', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Saves what the composer holds under a name, or renames a payload. */
export function SaveRow({ draft, edited, onDone }: SaveRowProps) {
	const { composer, ui } = useWords();
	const text = composer.payloads;
	const payloads = usePayloads((saved) => saved.payloads);
	const [name, setName] = useState(edited?.name ?? '');
	const [folder, setFolder] = useState(edited?.folder ?? '');
	const [digit, setDigit] = useState(
		String((edited === undefined ? freeShortcut(payloads) : edited.shortcut) ?? 'none'),
	);
	const [error, setError] = useState<string>();
	const place = { name: name.trim(), folder: folder.trim() || undefined };
	const present = payloads.find((one) => one.name === place.name && one.folder === place.folder);
	const save = async () => {
		const shortcut = digit === 'none' ? undefined : Number(digit);
		try {
			await savePayload(listedAs({ ...place, shortcut }, edited ?? contentOf(draft)), edited ?? present);
			onDone();
		} catch (reason) {
			setError(messageOf(reason));
		}
	};
	return (
		<form
			className="composer-extra"
			aria-label={edited === undefined ? text.saveMessage : text.editName(edited.name)}
			onSubmit={(event) => {
				event.preventDefault();
				if (place.name !== '') void save();
			}}
		>
			<TextField
				label={text.name}
				aside={<ExplainButton explains="dialogs.payload" />}
				className="composer-inline composer-name"
				autoFocus
				value={name}
				onChange={setName}
			/>
			<TextField
				label={text.folder}
				aside={<ExplainButton explains="dialogs.payload" />}
				className="composer-inline composer-name"
				value={folder}
				onChange={setFolder}
			/>
			<Select
				label={text.key}
				aside={<ExplainButton explains="dialogs.payload" />}
				className="composer-inline"
				value={digit}
				choices={DIGITS.map((value) => ({ value, label: value === 'none' ? text.noKey : keyText(`Alt+${value}`) }))}
				onChange={setDigit}
			/>
			<Button type="submit" aria-disabled={place.name === ''}>
				{edited === undefined && present !== undefined ? text.replace : ui.save}
			</Button>
			{error === undefined ? null : (
				<span className="composer-fault" role="alert">
					{error}
				</span>
			)}
		</form>
	);
}
