import { useDialogWords } from '../../../words/dialogs.ts';
import type { FormPart } from '../draft/form-part.ts';
import type { OptionsDraft } from '../draft/options-draft.ts';
import type { AnyDraft } from '../draft/parts.ts';
import { OptionFields } from './OptionFields.tsx';

/** The socket options of a new or a stopped endpoint, collapsed. */
export function OptionsSection({ draft, change, error }: FormPart<AnyDraft & { readonly options: OptionsDraft }>) {
	const { title } = useDialogWords().endpointForm.socketOptions;
	return (
		<details className="form-more">
			<summary>{title}</summary>
			<OptionFields
				kind={draft.kind}
				options={draft.options}
				open={false}
				change={(option, patch) => change(`options.${option}`, { options: { ...draft.options, ...patch } })}
				error={(option) => error(`options.${option}`)}
			/>
		</details>
	);
}
