import { type FormEvent, useState } from 'react';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import type { OfferedPart, WorkspaceSource } from '../../../common/contract/calls/workspace.ts';
import { takeParts } from '../../app/state/endpoints/workspace-parts.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { useWords } from '../../words/index.ts';
import { PartsList } from './PartsList.tsx';
import { chosenParts, firstChoices } from './part-choices.ts';
import './workspace.css';

interface TakePartsDialogProps {
	readonly from: WorkspaceSource;
	/** Of the file. */
	readonly title: string;
	readonly parts: readonly OfferedPart[];
}

/** Takes parts of another workspace file into the open workspace. */
export function TakePartsDialog({ from, title, parts }: TakePartsDialogProps) {
	const [choices, setChoices] = useState(() => firstChoices(parts));
	const [fault, setFault] = useState<string>();
	const [busy, setBusy] = useState(false);
	const { ui } = useWords();
	const text = useDialogWords().workspace.takeParts;
	const chosen = chosenParts(parts, choices);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		setBusy(true);
		takeParts(from, chosen).then(closeDialog, (error: unknown) => {
			setBusy(false);
			setFault(messageOf(error));
		});
	};
	return (
		<Dialog title={text.title(title)} onClose={closeDialog} width={640}>
			<form className="workspace-path" aria-label={text.form} onSubmit={submit}>
				{parts.length === 0 ? (
					<EmptyState title={text.empty}>{text.emptyWhy}</EmptyState>
				) : (
					<>
						<p>{text.body}</p>
						<PartsList parts={parts} choices={choices} onChange={setChoices} />
					</>
				)}
				{fault === undefined ? null : <p role="alert">{fault}</p>}
				<div className="workspace-actions">
					<Button onClick={closeDialog}>{ui.cancel}</Button>
					<Button type="submit" variant="primary" autoFocus disabled={busy || chosen.length === 0}>
						{chosen.length === 0 ? text.button : text.buttonOf(chosen.length)}
					</Button>
				</div>
			</form>
		</Dialog>
	);
}
