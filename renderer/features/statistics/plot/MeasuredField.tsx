import { useId } from 'react';
import { wholePath } from '../../../../common/filter/decoded/path.ts';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { useFieldNames } from '../../../app/shared/fields/use-field-names.ts';
import { useKnownProtocols } from '../../../app/shared/known-protocols.ts';
import { TextField } from '../../../ui/TextField.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';

interface MeasuredFieldProps {
	readonly value: string;
	readonly onChange: (field: string) => void;
}

/** The decoded field of a series: its names are offered while they are typed. */
export function MeasuredField({ value, onChange }: MeasuredFieldProps) {
	const { plot: text } = useDialogWords().statistics;
	const list = useId();
	const known = useKnownProtocols((protocols) => protocols.known);
	const names = useFieldNames(true);
	const numbers = names.filter(({ type }) => type === 'number' || type === 'truth');
	const isWrong = value !== '' && wholePath(value, known) === undefined;
	return (
		<>
			<TextField
				label={text.field}
				aside={<ExplainButton explains="dialogs.measure" />}
				hideLabel
				mono
				className="plot-field"
				placeholder="modbus.unit"
				list={list}
				value={value}
				error={isWrong ? text.noField : undefined}
				onChange={(written) => onChange(written.trim())}
			/>
			<datalist id={list}>
				{numbers.map(({ name }) => (
					<option key={name} value={name} />
				))}
			</datalist>
		</>
	);
}
