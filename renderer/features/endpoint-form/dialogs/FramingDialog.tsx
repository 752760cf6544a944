import { useState } from 'react';
import { setFraming } from '../../../app/state/endpoints/endpoint-actions.ts';
import { useWorkbench } from '../../../app/state/endpoints/workbench.ts';
import { closeDialog } from '../../../app/state/window/dialogs.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { judgeFraming } from '../draft/compile-errors.ts';
import { errorAt } from '../draft/errors.ts';
import { type StreamFramingDraft, streamFramingDraft } from '../draft/framing-draft.ts';
import { useJudged } from '../form/use-judged.ts';
import { useLeft } from '../form/use-left.ts';
import { FramingFields } from '../framing/FramingFields.tsx';
import '../form.css';
import { useDialogWords } from '../../../words/dialogs.ts';
import { useWords } from '../../../words/index.ts';

/** Changes the framing of an endpoint, also while it runs. */
export function FramingDialog({ id }: { readonly id: string }) {
	const config = useWorkbench((workbench) => workbench.endpoints.get(id)?.config);
	const [began] = useState(config);
	const { dialogs, form } = useDialogWords().endpointForm;
	const [draft, setDraft] = useState<StreamFramingDraft | undefined>(
		began !== undefined && 'framing' in began ? streamFramingDraft(began) : undefined,
	);
	if (config === undefined || draft === undefined) {
		return (
			<Dialog title={dialogs.framing.title} onClose={closeDialog} width={560}>
				<p className="form-gone">{form.gone}</p>
			</Dialog>
		);
	}
	return (
		<Dialog title={dialogs.framing.of(config.name)} onClose={closeDialog} width={560}>
			<FramingForm id={id} draft={draft} setDraft={setDraft} />
		</Dialog>
	);
}

interface FramingFormProps {
	readonly id: string;
	readonly draft: StreamFramingDraft;
	readonly setDraft: (draft: StreamFramingDraft) => void;
}

function FramingForm({ id, draft, setDraft }: FramingFormProps) {
	const left = useLeft();
	const { framing: words } = useDialogWords().endpointForm.dialogs;
	const { cancel } = useWords().ui;
	const { framing, errors } = useJudged(draft, judgeFraming);
	return (
		<form
			className="form"
			noValidate
			aria-label={words.title}
			onBlur={left.onBlur}
			onSubmit={(event) => {
				event.preventDefault();
				if (framing === undefined) return;
				closeDialog();
				void setFraming(id, framing);
			}}
		>
			<div className="form-body">
				<FramingFields
					draft={draft}
					change={(path, patch) => {
						left.changed(path);
						setDraft({ ...draft, ...patch });
					}}
					error={(path) => (left.shows(path) ? errorAt(errors, path) : undefined)}
				/>
			</div>
			<footer className="form-foot">
				<div className="form-buttons">
					<Button onClick={closeDialog}>{cancel}</Button>
					<Button type="submit" variant="primary" disabled={framing === undefined}>
						{words.use}
					</Button>
				</div>
			</footer>
		</form>
	);
}
