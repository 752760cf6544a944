import { type FormEvent, useState } from 'react';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { openPath } from '../../app/state/capture/captures.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useWords } from '../../words/index.ts';

/** Opens a file or folder by its path on the host's machine. */
export function OpenPathDialog() {
	const text = useWords().openCapture.dialog;
	const [path, setPath] = useState('');
	const [error, setError] = useState<string>();
	const [busy, setBusy] = useState(false);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		setBusy(true);
		openPath(path.trim()).then(closeDialog, (reason: unknown) => {
			setBusy(false);
			setError(messageOf(reason));
		});
	};
	return (
		<Dialog title={text.title} onClose={closeDialog} width={560}>
			<form className="open-path" aria-label={text.title} onSubmit={submit}>
				<TextField
					label={text.path}
					aside={<ExplainButton explains="dialogs.file" />}
					mono
					autoFocus
					value={path}
					error={error}
					hint={text.hint}
					placeholder="/home/me/captures/example.pcapng"
					onChange={(value) => {
						setPath(value);
						setError(undefined);
					}}
				/>
				<div className="open-path-actions">
					<Button onClick={closeDialog}>{text.cancel}</Button>
					<Button type="submit" variant="primary" disabled={busy || path.trim() === ''}>
						{text.open}
					</Button>
				</div>
			</form>
		</Dialog>
	);
}
