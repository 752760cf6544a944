import { useEffect } from 'react';
import { useWorkbench } from '../../../app/state/endpoints/workbench.ts';
import { closeDialog } from '../../../app/state/window/dialogs.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { beginForm, leaveForm, useForms } from '../form/forms.ts';
import { AnswersForm } from './AnswersForm.tsx';
import '../form.css';
import '../rules/rules.css';
import { useDialogWords } from '../../../words/dialogs.ts';

/** The rules of an endpoint, also while it runs: they are edited in place, with their counts and a trial beside them. */
export function RulesDialog({ id }: { readonly id: string }) {
	const state = useWorkbench((workbench) => workbench.endpoints.get(id));
	const formKey = `answers:${id}`;
	const { dialogs, form: formWords } = useDialogWords().endpointForm;
	const form = useForms((forms) => forms.forms.get(formKey));
	const config = state !== undefined && 'responder' in state.config ? state.config : undefined;
	const missing = form === undefined && config !== undefined;
	useEffect(() => {
		// The form is a copy: the running rules change only when it is used.
		if (missing) beginForm(formKey, config);
	}, [missing, formKey, config]);
	const close = () => {
		leaveForm(formKey);
		closeDialog();
	};
	return (
		<Dialog
			title={config === undefined ? dialogs.answers.rules : dialogs.answers.rulesOf(config.name)}
			onClose={close}
			width={960}
		>
			{config === undefined ? (
				<p className="form-gone">{formWords.gone}</p>
			) : form === undefined ? null : (
				<AnswersForm id={id} formKey={formKey} form={form} running={state?.status === 'open'} />
			)}
		</Dialog>
	);
}
