import { type FormEvent, useState } from 'react';
import type { CaptureLibrary } from '../../../../common/contract/calls/library.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import { updateSettings } from '../../state/window/settings.ts';
import { ExplainButton } from '../explain/ExplainButton.tsx';
import { draftOf, readDraft } from './limits.ts';
import './limits.css';

/** The limits of the live capture. `limits` are the current ones. */
export function LimitFields({ limits }: { readonly limits: CaptureLibrary['limits'] }) {
	const [draft, setDraft] = useState(() => draftOf(limits));
	const { limits: wanted, segmentFault, keepFault } = readDraft(draft);
	const text = useDialogWords().captures.limits;
	const changed = wanted?.segmentMiB !== limits.segmentMiB || wanted?.keepGiB !== limits.keepGiB;
	const apply = (event: FormEvent) => {
		event.preventDefault();
		if (wanted !== undefined) updateSettings(wanted);
	};
	return (
		<form className="limits" aria-label={text.form} onSubmit={apply}>
			<NumberField
				label={text.segment}
				aside={<ExplainButton explains="settings.segment" />}
				value={draft.segment}
				onChange={(segment) => setDraft({ ...draft, segment })}
				min={1}
				max={2047}
				error={segmentFault}
				hint={text.segmentHint}
			/>
			<div className="limits-keep">
				<Checkbox
					label={text.limited}
					aside={<ExplainButton explains="settings.keep" />}
					checked={draft.limited}
					onChange={(limited) => setDraft({ ...draft, limited })}
				/>
				<TextField
					label={text.keep}
					aside={<ExplainButton explains="settings.keep" />}
					mono
					inputMode="decimal"
					value={draft.keep}
					disabled={!draft.limited}
					onChange={(keep) => setDraft({ ...draft, keep })}
					error={keepFault}
					hint={draft.limited ? text.limitedHint : text.unlimitedHint}
				/>
			</div>
			<Button type="submit" disabled={!changed || wanted === undefined}>
				{text.apply}
			</Button>
		</form>
	);
}
