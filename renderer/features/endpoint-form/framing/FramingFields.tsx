import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { useFramingChoices } from '../../../app/shared/framing-choices.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { WrittenField } from '../../../ui/WrittenField.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import { useWords } from '../../../words/index.ts';
import type { FramingDraft, StreamFramingDraft } from '../draft/framing-draft.ts';
import { LengthFields } from './LengthFields.tsx';

/** Properties of the form's fields: their draft, a function to change it, and the faults by path. */
export interface StreamFramingPart {
	readonly draft: StreamFramingDraft;
	readonly change: (path: string, patch: Partial<StreamFramingDraft>) => void;
	readonly error: (path: string) => string | undefined;
}

/** The framing of a stream, the peer's data and ours. */
export function FramingFields({ draft, change, error }: StreamFramingPart) {
	const { framing: general } = useWords();
	const { framing: words } = useDialogWords().endpointForm;
	return (
		<fieldset className="form-section">
			<legend>{words.title}</legend>
			<OneFraming
				label={general.label}
				path="framing"
				draft={draft.framing}
				onChange={(path, framing) => change(path, { framing })}
				error={error}
			/>
			<Checkbox
				label={words.different}
				aside={<ExplainButton explains="fields.sentFraming" />}
				checked={draft.cutsOut}
				onChange={(cutsOut) => change('framingOut', { cutsOut })}
			/>
			{draft.cutsOut ? (
				<OneFraming
					label={words.sent}
					path="framingOut"
					draft={draft.framingOut}
					onChange={(path, framingOut) => change(path, { framingOut })}
					error={error}
				/>
			) : null}
		</fieldset>
	);
}

/** The fields of one direction. */
export interface FramingPart {
	readonly path: string;
	readonly draft: FramingDraft;
	readonly onChange: (path: string, draft: FramingDraft) => void;
	readonly error: (path: string) => string | undefined;
}

/** The framing of one direction. */
export function OneFraming({ label, ...part }: FramingPart & { readonly label: string }) {
	const { path, draft, onChange, error } = part;
	const { framing: general } = useWords();
	const { framing: words } = useDialogWords().endpointForm;
	const framings = useFramingChoices();
	const set = (field: string, patch: Partial<FramingDraft>) => onChange(`${path}.${field}`, { ...draft, ...patch });
	return (
		<div className="form-framing">
			<div className="form-line">
				<Select
					label={label}
					value={draft.type}
					choices={framings}
					onChange={(type) => onChange(path, { ...draft, type })}
					aside={<ExplainButton explains={`framings.${draft.type}`} />}
				/>
				{draft.type === 'delimiter' ? (
					<WrittenField
						label={general.delimiter}
						aside={<ExplainButton explains="framings.delimiter" />}
						value={draft.delimiter}
						onChange={(delimiter) => set('delimiter', { delimiter })}
						error={error(`${path}.delimiter`)}
					/>
				) : null}
				{draft.type === 'fixed' ? (
					<NumberField
						label={general.bytes}
						aside={<ExplainButton explains="framings.fixed" />}
						min={1}
						value={draft.length}
						onChange={(length) => set('length', { length })}
						error={error(`${path}.length`)}
					/>
				) : null}
				{draft.type === 'idle' ? (
					<NumberField
						label={words.pause}
						aside={<ExplainButton explains="framings.idle" />}
						min={1}
						value={draft.ms}
						onChange={(ms) => set('ms', { ms })}
						error={error(`${path}.ms`)}
					/>
				) : null}
			</div>
			{draft.type === 'delimiter' ? (
				<Checkbox
					label={words.eitherLineEnd}
					aside={<ExplainButton explains="fields.lineEnds" />}
					checked={draft.eitherLineEnd}
					onChange={(eitherLineEnd) => set('eitherLineEnd', { eitherLineEnd })}
				/>
			) : null}
			{draft.type === 'length' ? <LengthFields {...part} /> : null}
		</div>
	);
}
