import './field.css';

export interface CheckboxProps {
	readonly label: string;
	readonly checked: boolean;
	readonly onChange: (checked: boolean) => void;
	readonly disabled?: boolean;
}

/** A yes or no with its sentence beside it. */
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
