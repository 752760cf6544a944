import type { WorkspaceSource } from '../../../common/contract/calls/workspace.ts';
import { goTo } from '../../app/state/endpoints/workspace-file.ts';
import { notOffered, offerParts } from '../../app/state/endpoints/workspace-parts.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { toastError } from '../../app/state/window/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import './workspace.css';

/** A workspace file was dropped where something is set up: it can take its place, or parts of it can be taken in. */
export function DroppedDialog({ from, name }: { readonly from: WorkspaceSource; readonly name: string }) {
	const open = () => {
		closeDialog();
		goTo('path' in from ? { to: 'file', path: from.path } : { to: 'text', ...from }).catch((error: unknown) =>
			toastError(`${name} could not be opened`, error),
		);
	};
	const take = () => {
		closeDialog();
		offerParts(from).catch(notOffered);
	};
	return (
		<Dialog title={`What shall become of ${name}?`} onClose={closeDialog}>
			<div className="workspace-path">
				<p>Opened, it takes the place of this workspace, which is saved. Or parts of it come into this one.</p>
				<div className="workspace-actions">
					<Button onClick={closeDialog}>Cancel</Button>
					<Button onClick={take}>Take parts in…</Button>
					<Button variant="primary" autoFocus onClick={open}>
						Open
					</Button>
				</div>
			</div>
		</Dialog>
	);
}
