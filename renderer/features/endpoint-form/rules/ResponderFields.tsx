import { useDialogWords } from '../../../words/dialogs.ts';
import type { FormPart } from '../draft/form-part.ts';
import { useRan } from '../script-editor/editor/ran.ts';
import { AnswersBy, ScriptFields } from '../script-editor/ScriptFields.tsx';
import { AnswerFields, type KindAnswers } from './AnswerFields.tsx';

/** The responder: rules, or a script. `edit`: the edited endpoint. */
export function ResponderFields({ edit, ...part }: FormPart<KindAnswers> & { readonly edit: string | undefined }) {
	const ran = useRan(edit);
	const { title } = useDialogWords().endpointForm.rules;
	return (
		<fieldset className="form-section">
			<legend>{title}</legend>
			<AnswersBy {...part} />
			{part.draft.answersBy === 'script' ? (
				<ScriptFields {...part} ran={ran} />
			) : (
				<AnswerFields {...part} edit={edit} />
			)}
		</fieldset>
	);
}
