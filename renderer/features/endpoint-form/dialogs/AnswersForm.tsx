import { type SubmitEvent, useMemo, useState } from 'react';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { session } from '../../../app/state/host/session.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { errorAt } from '../draft/errors.ts';
import { changeForm, dropForm, type FormState, fieldLeft, markTried, showsErrors } from '../form/forms.ts';
import { judge } from '../form/judge.ts';
import { ResponderFields } from '../rules/ResponderFields.tsx';

interface AnswersFormProps {
	readonly id: string;
	readonly formKey: string;
	readonly form: FormState;
}

/** Changes the answers of an endpoint, also while it runs. */
export function AnswersForm({ id, formKey, form }: AnswersFormProps) {
	const { draft } = form;
	const judged = useMemo(() => judge(draft), [draft]);
	const [refused, setRefused] = useState<Error>();
	const [busy, setBusy] = useState(false);

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
			aria-label="What it answers"
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
					<Button onClick={() => dropForm(formKey)}>Cancel</Button>
					<Button type="submit" variant="primary" disabled={busy}>
						Use these answers
					</Button>
				</div>
			</footer>
		</form>
	);
}
