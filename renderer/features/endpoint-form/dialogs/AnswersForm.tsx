import { type SubmitEvent, useState } from 'react';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import type { DialogWords } from '../../../../common/words/en-dialogs.ts';
import { useWorkbench } from '../../../app/state/endpoints/workbench.ts';
import { session } from '../../../app/state/host/session.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import { errorAt } from '../draft/errors.ts';
import { CodeButton } from '../form/CodeButton.tsx';
import { changeForm, dropForm, type FormState, fieldLeft, markTried, showsErrors } from '../form/forms.ts';
import { judge } from '../form/judge.ts';
import { useJudged } from '../form/use-judged.ts';
import { ResponderFields } from '../rules/ResponderFields.tsx';

type AnswersWords = DialogWords['endpointForm']['dialogs']['answers'];

interface AnswersFormProps {
	readonly id: string;
	readonly formKey: string;
	readonly form: FormState;
	/** Changed answers take effect at once, for connections that are there too. */
	readonly running: boolean;
}

/** Changes the answers of an endpoint, also while it runs. */
export function AnswersForm({ id, formKey, form, running }: AnswersFormProps) {
	const { draft } = form;
	const { answers: words } = useDialogWords().endpointForm.dialogs;
	const judged = useJudged(draft, judge);
	const [refused, setRefused] = useState<Error>();
	const [busy, setBusy] = useState(false);
	const changed = form.touched.size > 0;
	const port = useWorkbench((workbench) => workbench.endpoints.get(id)?.local?.port);

	async function use(): Promise<void> {
		markTried(formKey);
		const { config } = judged;
		if (busy || config === undefined || !('responder' in config)) return;
		setBusy(true);
		try {
			await session.call('endpointSetResponder', { id, responder: config.responder });
			dropForm(formKey);
		} catch (error) {
			setRefused(error instanceof Error ? error : new Error(String(error)));
		} finally {
			setBusy(false);
		}
	}

	function onSubmit(event: SubmitEvent<HTMLFormElement>): void {
		event.preventDefault();
		void use();
	}

	return (
		<form
			className="form"
			noValidate
			onSubmit={onSubmit}
			onBlur={() => fieldLeft(formKey)}
			onKeyDown={(event) => {
				if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
				event.preventDefault();
				void use();
			}}
			aria-label={words.label}
		>
			<div className="form-body">
				{'rules' in draft ? (
					<ResponderFields
						draft={draft}
						change={(path, patch) => {
							setRefused(undefined);
							changeForm(formKey, path, patch);
						}}
						error={(path) => (showsErrors(form, path) ? errorAt(judged.errors, path) : undefined)}
						edit={id}
					/>
				) : null}
			</div>
			<footer className="form-foot">
				{refused === undefined ? null : (
					<Card tone="error" title={refused.message} announce>
						{refused instanceof WirebenchError ? refused.details.hint : undefined}
					</Card>
				)}
				<div className="form-buttons">
					<span className="form-state" role="status">
						{stateText(changed, running, words)}
					</span>
					<CodeButton config={judged.config} port={port} />
					<Button disabled={!changed || busy} onClick={() => dropForm(formKey)}>
						{words.discard}
					</Button>
					<Button type="submit" variant="primary" disabled={busy}>
						{words.use}
					</Button>
				</div>
			</footer>
		</form>
	);
}

function stateText(changed: boolean, running: boolean, words: AnswersWords): string {
	if (!changed) return running ? words.inUse : words.whenStarted;
	return running ? words.changedInUse : words.changed;
}
