import { type FormEvent, useId, useState } from 'react';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { moveToFolder } from '../../app/state/endpoints/move-endpoint.ts';
import { useWorkspace } from '../../app/state/endpoints/workspace.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { useWords } from '../../words/index.ts';
import './workspace.css';

/** Puts an endpoint into a folder of the workspace, a new one or one that others are in. */
export function FolderDialog({ id }: { readonly id: string }) {
	const order = useWorkspace((workspace) => workspace.order);
	const [name, setName] = useState(() => order.find((one) => one.id === id)?.folder ?? '');
	const list = useId();
	const { ui } = useWords();
	const text = useDialogWords().workspace.folder;
	const folders = [...new Set(order.flatMap(({ folder }) => folder ?? []))];
	const submit = (event: FormEvent) => {
		event.preventDefault();
		closeDialog();
		moveToFolder(id, name.trim() === '' ? null : name.trim());
	};
	return (
		<Dialog title={text.title} onClose={closeDialog}>
			<form className="workspace-path" aria-label={text.title} onSubmit={submit}>
				<TextField
					label={text.name}
					aside={<ExplainButton explains="dialogs.folder" />}
					autoFocus
					list={list}
					value={name}
					hint={text.hint}
					onChange={setName}
				/>
				<datalist id={list}>
					{folders.map((folder) => (
						<option key={folder} value={folder} />
					))}
				</datalist>
				<div className="workspace-actions">
					<Button onClick={closeDialog}>{ui.cancel}</Button>
					<Button type="submit" variant="primary">
						{text.move}
					</Button>
				</div>
			</form>
		</Dialog>
	);
}
