import { LENGTH_SIZES } from '../../../../common/contract/config/length-field.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { FramingDraft } from '../draft/framing-draft.ts';
import type { FramingPart } from './FramingFields.tsx';

const SIZES = LENGTH_SIZES.map((size) => ({
	value: `${size}` as const,
	label: size === 1 ? '1 byte' : `${size} bytes`,
}));

const ORDERS = [
	{ value: 'big', label: 'big-endian' },
	{ value: 'little', label: 'little-endian' },
] as const;

/** The place of a message's length, and what it counts. */
export function LengthFields({ path, draft, onChange, error }: FramingPart) {
	const set = (field: string, patch: Partial<FramingDraft>) => onChange(`${path}.${field}`, { ...draft, ...patch });
	return (
		<>
			<div className="form-length">
				<Select label="Length field" value={draft.size} choices={SIZES} onChange={(size) => set('size', { size })} />
				<Select
					label="Byte order"
					value={draft.order}
					choices={ORDERS}
					disabled={draft.size === '1'}
					onChange={(order) => set('order', { order })}
				/>
				<NumberField
					label="Bytes before it"
					min={0}
					placeholder="0"
					value={draft.offset}
					onChange={(offset) => set('offset', { offset })}
					error={error(`${path}.offset`)}
				/>
				<NumberField
					label="Add to it"
					placeholder="0"
					value={draft.adjustment}
					onChange={(adjustment) => set('adjustment', { adjustment })}
					error={error(`${path}.adjustment`)}
				/>
			</div>
			<Checkbox
				label="The length counts itself and the bytes before it"
				checked={draft.includesHead}
				onChange={(includesHead) => set('includesHead', { includesHead })}
			/>
		</>
	);
}
