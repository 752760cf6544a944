import { useState } from 'react';
import { isIdle } from '../../../common/contract/base/endpoint-status.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { leaveFor } from '../../app/state/endpoints/workspace-file.ts';
import { closeDialog, type NextWorkspace } from '../../app/state/window/dialogs.ts';
import { toastError } from '../../app/state/window/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { useWords } from '../../words/index.ts';
import './workspace.css';

/** Asks before another workspace stops what runs. */
export function LeaveDialog({ next }: { readonly next: NextWorkspace }) {
	const [running] = useState(() =>
		[...useWorkbench.getState().endpoints.values()]
			.filter((endpoint) => !isIdle(endpoint))
			.map(({ config }) => config.name),
	);
	const { ui } = useWords();
	const text = useDialogWords().workspace.leave;
	const leave = () => {
		closeDialog();
		leaveFor(next, true).catch((error: unknown) => toastError(text.failed, error));
	};
	return (
		<Dialog title={text.title} onClose={closeDialog}>
			<div className="workspace-path">
				<p>{text.body(running.join(', '), running.length)}</p>
				<div className="workspace-actions">
					<Button onClick={closeDialog}>{ui.cancel}</Button>
					<Button variant="primary" autoFocus onClick={leave}>
						{text.button}
					</Button>
				</div>
			</div>
		</Dialog>
	);
}
