import type { WorkspaceSource } from '../../../common/contract/calls/workspace.ts';
import { goTo } from '../../app/state/endpoints/workspace-file.ts';
import { notOffered, offerParts } from '../../app/state/endpoints/workspace-parts.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { toastError } from '../../app/state/window/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { useWords } from '../../words/index.ts';
import './workspace.css';

/** A workspace file was dropped where something is set up: it can take its place, or parts of it can be taken in. */
export function DroppedDialog({ from, name }: { readonly from: WorkspaceSource; readonly name: string }) {
	const { ui } = useWords();
	const text = useDialogWords().workspace.dropped;
	const open = () => {
		closeDialog();
		goTo('path' in from ? { to: 'file', path: from.path } : { to: 'text', ...from }).catch((error: unknown) =>
			toastError(text.failed(name), error),
		);
	};
	const take = () => {
		closeDialog();
		offerParts(from).catch(notOffered);
	};
	return (
		<Dialog title={text.title(name)} onClose={closeDialog}>
			<div className="workspace-path">
				<p>{text.body}</p>
				<div className="workspace-actions">
					<Button onClick={closeDialog}>{ui.cancel}</Button>
					<Button onClick={take}>{text.take}</Button>
					<Button variant="primary" autoFocus onClick={open}>
						{ui.open}
					</Button>
				</div>
			</div>
		</Dialog>
	);
}
