import { type FormEvent, useState } from 'react';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import { workspacePath } from '../../../common/workspace/file-name.ts';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { useWorkspace } from '../../app/state/endpoints/workspace.ts';
import { goTo, storeAs } from '../../app/state/endpoints/workspace-file.ts';
import { offerParts } from '../../app/state/endpoints/workspace-parts.ts';
import { closeDialog, useDialogs } from '../../app/state/window/dialogs.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { useWords } from '../../words/index.ts';
import './workspace.css';

type Use = 'open' | 'take-parts' | 'save-as';

/** Opens or stores a workspace, or takes parts of one, by a path on the host's machine. */
export function WorkspacePathDialog({ use }: { readonly use: Use }) {
	const [path, setPath] = useState(() => {
		const { path: present, untitled } = useWorkspace.getState();
		return use !== 'save-as' || untitled ? '' : present;
	});
	const [error, setError] = useState<string>();
	const [replace, setReplace] = useState(false);
	const [busy, setBusy] = useState(false);
	const { ui } = useWords();
	const text = useDialogWords().workspace.path;
	const { title, button, hint } = text[use];
	const submit = (event: FormEvent) => {
		event.preventDefault();
		setBusy(true);
		const wanted = path.trim();
		const done = () => {
			const { open } = useDialogs.getState();
			// It may have been replaced by a question.
			if (open?.kind === 'workspace-path') closeDialog();
		};
		workOn(use, wanted, replace).then(done, (reason: unknown) => {
			setBusy(false);
			setReplace(use === 'save-as' && reason instanceof WirebenchError && reason.code === 'wrong-state');
			setError(messageOf(reason));
		});
	};
	return (
		<Dialog title={title} onClose={closeDialog} width={560}>
			<form className="workspace-path" aria-label={title} onSubmit={submit}>
				<TextField
					label={ui.path}
					aside={<ExplainButton explains="dialogs.file" />}
					mono
					autoFocus
					value={path}
					error={error}
					hint={hint}
					placeholder="/home/me/lab.wirebench.json"
					onChange={(value) => {
						setPath(value);
						setError(undefined);
						setReplace(false);
					}}
				/>
				<div className="workspace-actions">
					<Button onClick={closeDialog}>{ui.cancel}</Button>
					<Button type="submit" variant="primary" disabled={busy || path.trim() === ''}>
						{replace ? text.replace : button}
					</Button>
				</div>
			</form>
		</Dialog>
	);
}

function workOn(use: Use, path: string, replace: boolean): Promise<void> {
	if (use === 'open') return goTo({ to: 'file', path });
	if (use === 'take-parts') return offerParts({ path });
	return storeAs(workspacePath(path), replace);
}
