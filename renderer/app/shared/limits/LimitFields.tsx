import { type FormEvent, useState } from 'react';
import type { CaptureLibrary } from '../../../../common/contract/calls/library.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { updateSettings } from '../../state/window/settings.ts';
import { draftOf, readDraft } from './limits.ts';
import './limits.css';

/** The limits of the live capture. `limits` are the current ones. */
export function LimitFields({ limits }: { readonly limits: CaptureLibrary['limits'] }) {
	const [draft, setDraft] = useState(() => draftOf(limits));
	const { limits: wanted, segmentFault, keepFault } = readDraft(draft);
	const changed = wanted?.segmentMiB !== limits.segmentMiB || wanted?.keepGiB !== limits.keepGiB;
	const apply = (event: FormEvent) => {
		event.preventDefault();
		if (wanted !== undefined) updateSettings(wanted);
	};
	return (
		<form className="limits" aria-label="Limits of the live capture" onSubmit={apply}>
			<NumberField
				label="Segment size, MiB"
				value={draft.segment}
				onChange={(segment) => setDraft({ ...draft, segment })}
				min={1}
				max={2047}
				error={segmentFault}
				hint="A capture goes on in a new file from this size on."
			/>
			<div className="limits-keep">
				<Checkbox
					label="Keep only the latest"
					checked={draft.limited}
					onChange={(limited) => setDraft({ ...draft, limited })}
				/>
				<TextField
					label="GiB to keep"
					mono
					inputMode="decimal"
					value={draft.keep}
					disabled={!draft.limited}
					onChange={(keep) => setDraft({ ...draft, keep })}
					error={keepFault}
					hint={
						draft.limited
							? 'The live capture takes no more disk than this: its oldest files are deleted, and counted.'
							: 'Without a limit the live capture grows until the disk is full.'
					}
				/>
			</div>
			<Button type="submit" disabled={!changed || wanted === undefined}>
				Apply
			</Button>
		</form>
	);
}
