import { Copy, Eraser, FilePlus } from 'lucide-react';
import { useState } from 'react';
import { useCaptures } from '../../app/state/capture/captures.ts';
import { clearCapture } from '../../app/state/capture/live-capture.ts';
import { session } from '../../app/state/host/session.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { tellFailure, useLibrary } from './store.ts';

/** The live capture's folder, and the buttons to start another. */
export function LiveSection() {
	const folder = useCaptures(({ list }) => list.find(({ kind }) => kind === 'live')?.source ?? '');
	const empty = useLibrary(({ library }) => library?.captures.some((one) => one.state === 'live' && one.events === 0));
	const [busy, setBusy] = useState(false);
	const { live: text, failures } = useDialogWords().captures;
	const begin = async () => {
		setBusy(true);
		try {
			await session.call('captureNew', {});
		} catch (error) {
			tellFailure(failures.new, error);
		}
		setBusy(false);
	};
	const copy = () => {
		navigator.clipboard.writeText(folder).catch((error: unknown) => tellFailure(failures.copy, error));
	};
	const clear = () => {
		// The window behind offers the undo.
		closeDialog();
		clearCapture();
	};
	return (
		<section className="captures-live" aria-label={text.title}>
			<div className="captures-path">
				<span>{text.title}</span>
				<code title={folder}>{folder}</code>
				<IconButton label={text.copy} size="s" onClick={copy}>
					<Copy size={13} />
				</IconButton>
			</div>
			<div className="captures-buttons">
				<Button icon={<FilePlus size={14} />} disabled={busy || empty === true} title={text.newTip} onClick={begin}>
					{text.new}
				</Button>
				<Button icon={<Eraser size={14} />} disabled={busy || empty === true} title={text.clearTip} onClick={clear}>
					{text.clear}
				</Button>
			</div>
		</section>
	);
}
