import { useId } from 'react';
import { CHARSETS } from '../../../../common/payload/schema.ts';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import { useWords } from '../../../words/index.ts';
import type { FormPart } from '../draft/form-part.ts';
import type { AnyDraft } from '../draft/parts.ts';

/** The charset of an endpoint's text: any label of the Encoding Standard, or one of the list, which typing searches. */
export function CharsetField({ draft, change, error }: FormPart<Pick<AnyDraft, 'charset'>>) {
	const words = useDialogWords().endpointForm.fields;
	const list = useId();
	const { charsets } = useWords();
	return (
		<>
			<TextField
				label={words.charset}
				aside={<ExplainButton explains="fields.charset" />}
				placeholder="utf-8"
				hint={words.charsetHint}
				list={list}
				value={draft.charset ?? ''}
				onChange={(charset) => change('charset', { charset })}
				error={error('charset')}
			/>
			<datalist id={list}>
				{CHARSETS.map((name) => (
					<option key={name} value={name}>
						{charsets[name]}
					</option>
				))}
			</datalist>
		</>
	);
}
