import { type FormEvent, useState } from 'react';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import type { OfferedPart, WorkspaceSource } from '../../../common/contract/calls/workspace.ts';
import { takeParts } from '../../app/state/endpoints/workspace-parts.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
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
		<Dialog title={`Take parts of ${title}`} onClose={closeDialog} width={640}>
			<form className="workspace-path" aria-label="Parts of a workspace" onSubmit={submit}>
				{parts.length === 0 ? (
					<EmptyState title="The file has no parts">
						It has no endpoints, payloads, variables, tests, filters or colour rules: there is nothing to take in.
					</EmptyState>
				) : (
					<>
						<p>They come behind what is here, endpoints stopped. One undo takes all of it back.</p>
						<PartsList parts={parts} choices={choices} onChange={setChoices} />
					</>
				)}
				{fault === undefined ? null : <p role="alert">{fault}</p>}
				<div className="workspace-actions">
					<Button onClick={closeDialog}>Cancel</Button>
					<Button type="submit" variant="primary" autoFocus disabled={busy || chosen.length === 0}>
						{chosen.length === 0 ? 'Take in' : `Take in ${chosen.length}`}
					</Button>
				</div>
			</form>
		</Dialog>
	);
}
