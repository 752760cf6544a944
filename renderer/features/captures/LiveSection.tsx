import { Copy, Eraser, FilePlus } from 'lucide-react';
import { useState } from 'react';
import { useCaptures } from '../../app/state/capture/captures.ts';
import { clearCapture } from '../../app/state/capture/live-capture.ts';
import { session } from '../../app/state/host/session.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { tellFailure, useLibrary } from './store.ts';

/** The live capture's folder, and the buttons to start another. */
export function LiveSection() {
	const folder = useCaptures(({ list }) => list.find(({ kind }) => kind === 'live')?.source ?? '');
	const empty = useLibrary(({ library }) => library?.captures.some((one) => one.state === 'live' && one.events === 0));
	const [busy, setBusy] = useState(false);
	const begin = async () => {
		setBusy(true);
		try {
			await session.call('captureNew', {});
		} catch (error) {
			tellFailure('No new capture was started', error);
		}
		setBusy(false);
	};
	const copy = () => {
		navigator.clipboard.writeText(folder).catch((error: unknown) => tellFailure('The path could not be copied', error));
	};
	const clear = () => {
		// The window behind offers the undo.
		closeDialog();
		clearCapture();
	};
	return (
		<section className="captures-live" aria-label="Live capture">
			<div className="captures-path">
				<span>Live capture</span>
				<code title={folder}>{folder}</code>
				<IconButton label="Copy the folder's path" size="s" onClick={copy}>
					<Copy size={13} />
				</IconButton>
			</div>
			<div className="captures-buttons">
				<Button
					icon={<FilePlus size={14} />}
					disabled={busy || empty === true}
					title="Close it, keep it, and begin another: endpoints and connections go on"
					onClick={begin}
				>
					New capture
				</Button>
				<Button
					icon={<Eraser size={14} />}
					disabled={busy || empty === true}
					title="Delete it and begin another: endpoints and connections go on"
					onClick={clear}
				>
					Clear
				</Button>
			</div>
		</section>
	);
}
