import { Checkbox } from '../../../ui/Checkbox.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { WrittenField } from '../../../ui/WrittenField.tsx';
import type { FramingDraft, StreamFramingDraft } from '../draft/framing-draft.ts';
import { LengthFields } from './LengthFields.tsx';

const FRAMINGS = [
	{ value: 'none', label: 'none (one message per read)' },
	{ value: 'line', label: 'line' },
	{ value: 'delimiter', label: 'delimiter' },
	{ value: 'fixed', label: 'fixed length' },
	{ value: 'length', label: 'length field' },
	{ value: 'idle', label: 'pause after a message' },
] as const;

/** Properties of the form's fields: their draft, a function to change it, and the faults by path. */
export interface StreamFramingPart {
	readonly draft: StreamFramingDraft;
	readonly change: (path: string, patch: Partial<StreamFramingDraft>) => void;
	readonly error: (path: string) => string | undefined;
}

/** The framing of a stream, the peer's data and ours. */
export function FramingFields({ draft, change, error }: StreamFramingPart) {
	return (
		<fieldset className="form-section">
			<legend>Messages</legend>
			<OneFraming
				label="Framing"
				path="framing"
				draft={draft.framing}
				onChange={(path, framing) => change(path, { framing })}
				error={error}
			/>
			<Checkbox
				label="Use different framing for sent data"
				checked={draft.cutsOut}
				onChange={(cutsOut) => change('framingOut', { cutsOut })}
			/>
			{draft.cutsOut ? (
				<OneFraming
					label="Framing of sent data"
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

function OneFraming({ label, ...part }: FramingPart & { readonly label: string }) {
	const { path, draft, onChange, error } = part;
	const set = (field: string, patch: Partial<FramingDraft>) => onChange(`${path}.${field}`, { ...draft, ...patch });
	return (
		<div className="form-framing">
			<div className="form-line">
				<Select
					label={label}
					value={draft.type}
					choices={FRAMINGS}
					onChange={(type) => onChange(path, { ...draft, type })}
				/>
				{draft.type === 'delimiter' ? (
					<WrittenField
						label="Delimiter"
						value={draft.delimiter}
						onChange={(delimiter) => set('delimiter', { delimiter })}
						error={error(`${path}.delimiter`)}
					/>
				) : null}
				{draft.type === 'fixed' ? (
					<NumberField
						label="Bytes"
						min={1}
						value={draft.length}
						onChange={(length) => set('length', { length })}
						error={error(`${path}.length`)}
					/>
				) : null}
				{draft.type === 'idle' ? (
					<NumberField
						label="Pause, ms"
						min={1}
						value={draft.ms}
						onChange={(ms) => set('ms', { ms })}
						error={error(`${path}.ms`)}
					/>
				) : null}
			</div>
			{draft.type === 'delimiter' ? (
				<Checkbox
					label="Each line end in it stands for LF and for CR LF"
					checked={draft.eitherLineEnd}
					onChange={(eitherLineEnd) => set('eitherLineEnd', { eitherLineEnd })}
				/>
			) : null}
			{draft.type === 'length' ? <LengthFields {...part} /> : null}
		</div>
	);
}
