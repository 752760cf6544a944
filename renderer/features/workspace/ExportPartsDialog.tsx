import { type FormEvent, useState } from 'react';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import type { OfferedPart } from '../../../common/contract/calls/workspace.ts';
import { exportParts } from '../../app/state/endpoints/workspace-parts.ts';
import { useHost } from '../../app/state/host/host.ts';
import { session } from '../../app/state/host/session.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TextField } from '../../ui/TextField.tsx';
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
	const hasDialog = useHost((host) => host.info?.capabilities.saveDialog === true);
	const [choices, setChoices] = useState(() => firstChoices(parts));
	const [path, setPath] = useState('');
	const [fault, setFault] = useState<string>();
	const [replace, setReplace] = useState(false);
	const [busy, setBusy] = useState(false);
	const chosen = chosenParts(parts, choices).map(({ kind, key }) => ({ kind, key }));
	const store = async () => {
		if (!hasDialog) return exportParts(path.trim(), chosen, replace).then(closeDialog);
		const place = await session.call('chooseSavePath', { name: `${title} parts.wirebench.json` });
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
		<Dialog title="Export parts of the workspace" onClose={closeDialog} width={640}>
			<form className="workspace-path" aria-label="Parts of the workspace" onSubmit={submit}>
				{parts.length === 0 ? (
					<EmptyState title="The workspace is empty">
						It has no endpoints, payloads, variables, tests, filters or colour rules: there is nothing to export.
					</EmptyState>
				) : (
					<>
						<p>They become a workspace file of their own, without passwords, passphrases and keys.</p>
						<PartsList parts={parts} choices={choices} onChange={setChoices} />
						{hasDialog ? null : (
							<TextField
								label="Path"
								mono
								value={path}
								error={fault}
								hint="On the machine that Wirebench runs on. The end .wirebench.json is added where it is missing."
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
					<Button onClick={closeDialog}>Cancel</Button>
					<Button type="submit" variant="primary" disabled={disabled}>
						{replace ? 'Replace the file' : hasDialog ? 'Export…' : 'Export'}
					</Button>
				</div>
			</form>
		</Dialog>
	);
}
