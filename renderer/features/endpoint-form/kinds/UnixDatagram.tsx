import { optionsOf } from '../../../../common/endpoints/index.ts';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import { type AnswersDraft, answersDraft, answersInput } from '../draft/answers-draft.ts';
import { responderErrors } from '../draft/compile-errors.ts';
import { textOf } from '../draft/numbers.ts';
import { type OptionsDraft, optionsDraft, optionsInput } from '../draft/options-draft.ts';
import type { AnyDraft, LossReportDraft, PathDraft } from '../draft/parts.ts';
import { NameField, PathField } from '../fields/AddressFields.tsx';
import { ResponderFields } from '../rules/ResponderFields.tsx';
import { OptionsSection } from '../socket-options/OptionsSection.tsx';
import type { FieldsPart, FormKind } from './kind.ts';

interface Draft extends AnyDraft, PathDraft, AnswersDraft, LossReportDraft {
	readonly kind: 'unix-datagram';
	/** The default destination of messages; empty for none. */
	readonly remotePath: string;
	readonly options: OptionsDraft;
}

export const unixDatagram: FormKind<'unix-datagram', Draft> = {
	draft: (config) => ({
		kind: config.kind,
		name: config.name,
		path: config.path ?? '',
		remotePath: config.remote ?? '',
		...answersDraft(config.responder),
		options: optionsDraft(optionsOf(config)),
		ledger: config.ledger,
	}),
	input: (draft) => ({
		kind: draft.kind,
		name: draft.name,
		path: textOf(draft.path),
		remote: textOf(draft.remotePath),
		responder: answersInput(draft),
		options: optionsInput(draft.kind, draft.options),
		ledger: draft.ledger,
	}),
	errors: responderErrors,
	Fields,
};

function Fields(part: FieldsPart<Draft>) {
	const words = useDialogWords().endpointForm.fields;
	const { draft, change, error } = part;
	return (
		<>
			<NameField {...part} />
			<PathField {...part} />
			<TextField
				label={words.remote}
				aside={<ExplainButton explains="fields.remote" />}
				mono
				placeholder={words.none}
				value={draft.remotePath}
				onChange={(remotePath) => change('remote', { remotePath })}
				error={error('remote')}
			/>
			<ResponderFields {...part} />
			<OptionsSection {...part} />
		</>
	);
}
