import { BYTE_ORDERS, LENGTH_SIZES } from '../../../../common/contract/config/length-field.ts';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import { useWords } from '../../../words/index.ts';
import type { FramingDraft } from '../draft/framing-draft.ts';
import type { FramingPart } from './FramingFields.tsx';

/** The place of a message's length, and what it counts. */
export function LengthFields({ path, draft, onChange, error }: FramingPart) {
	const { framing: general } = useWords();
	const { framing: words } = useDialogWords().endpointForm;
	const sizes = LENGTH_SIZES.map((size) => ({ value: `${size}` as const, label: general.size(size) }));
	const orders = BYTE_ORDERS.map((value) => ({ value, label: general.orders[value] }));
	const set = (field: string, patch: Partial<FramingDraft>) => onChange(`${path}.${field}`, { ...draft, ...patch });
	return (
		<>
			<div className="form-length">
				<Select
					label={general.lengthField}
					aside={<ExplainButton explains="fields.lengthField" />}
					value={draft.size}
					choices={sizes}
					onChange={(size) => set('size', { size })}
				/>
				<Select
					label={words.order}
					aside={<ExplainButton explains="fields.lengthField" />}
					value={draft.order}
					choices={orders}
					disabled={draft.size === '1'}
					onChange={(order) => set('order', { order })}
				/>
				<NumberField
					label={words.offset}
					aside={<ExplainButton explains="fields.lengthField" />}
					min={0}
					placeholder="0"
					value={draft.offset}
					onChange={(offset) => set('offset', { offset })}
					error={error(`${path}.offset`)}
				/>
				<NumberField
					label={words.adjustment}
					aside={<ExplainButton explains="fields.lengthField" />}
					placeholder="0"
					value={draft.adjustment}
					onChange={(adjustment) => set('adjustment', { adjustment })}
					error={error(`${path}.adjustment`)}
				/>
			</div>
			<Checkbox
				label={words.includesHead}
				aside={<ExplainButton explains="fields.lengthField" />}
				checked={draft.includesHead}
				onChange={(includesHead) => set('includesHead', { includesHead })}
			/>
		</>
	);
}
