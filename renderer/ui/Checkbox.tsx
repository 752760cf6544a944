import './field.css';

export interface CheckboxProps {
	readonly label: string;
	readonly checked: boolean;
	readonly onChange: (checked: boolean) => void;
	readonly disabled?: boolean;
}

/** A boolean option with its sentence. */
export function Checkbox({ label, checked, onChange, disabled = false }: CheckboxProps) {
	return (
		<label className="ui-check">
			<input
				type="checkbox"
				checked={checked}
				disabled={disabled}
				onChange={(event) => onChange(event.target.checked)}
			/>
			{label}
		</label>
	);
}
