import { type KeyboardEvent, type SubmitEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { type EndpointConfig, isClient } from '../../../../common/endpoints/index.ts';
import { paneAfter } from '../../../app/state/endpoints/clients.ts';
import { createEndpoint, startEndpoint } from '../../../app/state/endpoints/endpoint-actions.ts';
import { session } from '../../../app/state/host/session.ts';
import { enterPane } from '../../../app/state/window/pane-layout.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import { useWords } from '../../../words/index.ts';
import { errorAt } from '../draft/errors.ts';
import { type EndpointDraft, KindFields } from '../kinds/index.tsx';
import { CodeButton } from './CodeButton.tsx';
import { changeForm, dropForm, type FormState, fieldLeft, markTried, showsErrors } from './forms.ts';
import { judge } from './judge.ts';
import { useJudged } from './use-judged.ts';

interface EndpointFormProps {
	readonly formKey: string;
	readonly form: FormState;
	/** The endpoint to change; absent for a new one. */
	readonly edit?: string;
	readonly onDone: () => void;
}

/** All settings of an endpoint. Enter creates and starts it; Ctrl+Enter does so from any field. */
export function EndpointForm({ formKey, form, edit, onDone }: EndpointFormProps) {
	const { draft } = form;
	const judged = useJudged(draft, judge);
	const [refused, setRefused] = useState<{ readonly draft: EndpointDraft; readonly error: Error }>();
	const [busy, setBusy] = useState(false);
	const words = useFormWords(draft.kind, edit !== undefined);
	const refusal = refused?.draft === draft ? refused.error : undefined;

	async function use(start: boolean): Promise<void> {
		if (busy) return;
		markTried(formKey);
		if (judged.config === undefined) {
			requestAnimationFrame(focusFirstError);
			return;
		}
		setBusy(true);
		try {
			const id = await store(judged.config, edit);
			dropForm(formKey);
			// Synchronously, so that the dialog restores the focus before it moves to the next place: a client's composer.
			flushSync(onDone);
			if (edit === undefined) enterPane(paneAfter(judged.config));
			if (start) void startEndpoint(id);
		} catch (error) {
			setRefused({ draft, error: error instanceof Error ? error : new Error(String(error)) });
		} finally {
			setBusy(false);
		}
	}

	function onSubmit(event: SubmitEvent<HTMLFormElement>): void {
		event.preventDefault();
		void use(true);
	}

	function onKeyDown(event: KeyboardEvent<HTMLFormElement>): void {
		if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
		event.preventDefault();
		void use(true);
	}

	return (
		<form
			className="form"
			noValidate
			onSubmit={onSubmit}
			onKeyDown={onKeyDown}
			onBlur={() => fieldLeft(formKey)}
			aria-label={words.form}
		>
			<div className="form-body">
				<KindFields
					draft={draft}
					change={(path, patch) => changeForm(formKey, path, patch)}
					error={(path) => (showsErrors(form, path) ? errorAt(judged.errors, path) : undefined)}
					edit={edit}
				/>
			</div>
			<footer className="form-foot">
				{refusal === undefined ? null : (
					<Card tone="error" title={refusal.message} announce>
						{refusal instanceof WirebenchError ? refusal.details.hint : undefined}
					</Card>
				)}
				<div className="form-buttons">
					<CodeButton config={judged.config} />
					<Button disabled={busy} onClick={() => void use(false)}>
						{words.store}
					</Button>
					<Button type="submit" variant="primary" disabled={busy}>
						{words.start}
					</Button>
				</div>
			</footer>
		</form>
	);
}

async function store(config: EndpointConfig, edit: string | undefined): Promise<string> {
	if (edit === undefined) return createEndpoint(config);
	await session.call('endpointUpdate', { id: edit, config });
	return edit;
}

function useFormWords(kind: EndpointDraft['kind'], edit: boolean) {
	const { form: words } = useDialogWords().endpointForm;
	const { save } = useWords().ui;
	const client = isClient(kind);
	if (edit) return { form: words.edit, store: save, start: client ? words.saveAndConnect : words.saveAndStart };
	return { form: words.new, store: words.create, start: client ? words.createAndConnect : words.createAndStart };
}

function focusFirstError(): void {
	const field = document.querySelector<HTMLElement>('dialog[open] [aria-invalid="true"]');
	field?.closest('details')?.setAttribute('open', '');
	field?.focus();
}
