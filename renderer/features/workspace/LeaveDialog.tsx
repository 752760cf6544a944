import { useState } from 'react';
import { isIdle } from '../../../common/contract/base/endpoint-status.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { leaveFor } from '../../app/state/endpoints/workspace-file.ts';
import { closeDialog, type NextWorkspace } from '../../app/state/window/dialogs.ts';
import { toastError } from '../../app/state/window/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import './workspace.css';

/** Asks before another workspace stops what runs. */
export function LeaveDialog({ next }: { readonly next: NextWorkspace }) {
	const [running] = useState(() =>
		[...useWorkbench.getState().endpoints.values()]
			.filter((endpoint) => !isIdle(endpoint))
			.map(({ config }) => config.name),
	);
	const leave = () => {
		closeDialog();
		leaveFor(next, true).catch((error: unknown) => toastError('The workspace was not opened', error));
	};
	return (
		<Dialog title="Stop what runs?" onClose={closeDialog}>
			<div className="workspace-path">
				<p>
					Another workspace takes the place of this one. It is saved, and {running.join(', ')}{' '}
					{running.length === 1 ? 'is' : 'are'} stopped.
				</p>
				<div className="workspace-actions">
					<Button onClick={closeDialog}>Cancel</Button>
					<Button variant="primary" autoFocus onClick={leave}>
						Stop and open
					</Button>
				</div>
			</div>
		</Dialog>
	);
}
