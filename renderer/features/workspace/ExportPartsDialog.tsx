import { type FormEvent, useState } from 'react';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import type { OfferedPart } from '../../../common/contract/calls/workspace.ts';
import { workspacePath } from '../../../common/workspace/file-name.ts';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { exportParts } from '../../app/state/endpoints/workspace-parts.ts';
import { useHost } from '../../app/state/host/host.ts';
import { session } from '../../app/state/host/session.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { useWords } from '../../words/index.ts';
import { PartsList } from './PartsList.tsx';
import { chosenParts, firstChoices } from './part-choices.ts';
import './workspace.css';

interface ExportPartsDialogProps {
	/** Of the open workspace. */
	readonly title: string;
	readonly parts: readonly OfferedPart[];
}

/** Stores parts of the open workspace in another file: the host's dialog asks for its place where it has one, else a field. */
export function ExportPartsDialog({ title, parts }: ExportPartsDialogProps) {
	const { ui } = useWords();
	const { exportParts: text, path: pathText } = useDialogWords().workspace;
	const hasDialog = useHost((host) => host.info?.capabilities.saveDialog === true);
	const [choices, setChoices] = useState(() => firstChoices(parts));
	const [path, setPath] = useState('');
	const [fault, setFault] = useState<string>();
	const [replace, setReplace] = useState(false);
	const [busy, setBusy] = useState(false);
	const chosen = chosenParts(parts, choices).map(({ kind, key }) => ({ kind, key }));
	const store = async () => {
		if (!hasDialog) return exportParts(path.trim(), chosen, replace).then(closeDialog);
		const place = await session.call('chooseSavePath', { name: workspacePath(text.fileName(title)) });
		// The dialog has confirmed replacing a file.
		if (place.path !== undefined) await exportParts(place.path, chosen, true).then(closeDialog);
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		setBusy(true);
		store()
			.catch((error: unknown) => {
				setReplace(!hasDialog && error instanceof WirebenchError && error.code === 'wrong-state');
				setFault(messageOf(error));
			})
			.finally(() => setBusy(false));
	};
	const disabled = busy || chosen.length === 0 || (!hasDialog && path.trim() === '');
	return (
		<Dialog title={text.title} onClose={closeDialog} width={640}>
			<form className="workspace-path" aria-label={text.form} onSubmit={submit}>
				{parts.length === 0 ? (
					<EmptyState title={text.empty}>{text.emptyWhy}</EmptyState>
				) : (
					<>
						<p>{text.body}</p>
						<PartsList parts={parts} choices={choices} onChange={setChoices} />
						{hasDialog ? null : (
							<TextField
								label={ui.path}
								aside={<ExplainButton explains="dialogs.file" />}
								mono
								value={path}
								error={fault}
								hint={pathText['save-as'].hint}
								placeholder="/home/me/part.wirebench.json"
								onChange={(value) => {
									setPath(value);
									setFault(undefined);
									setReplace(false);
								}}
							/>
						)}
					</>
				)}
				{fault === undefined || !hasDialog ? null : <p role="alert">{fault}</p>}
				<div className="workspace-actions">
					<Button onClick={closeDialog}>{ui.cancel}</Button>
					<Button type="submit" variant="primary" disabled={disabled}>
						{replace ? pathText.replace : hasDialog ? text.choosePlace : ui.export}
					</Button>
				</div>
			</form>
		</Dialog>
	);
}
