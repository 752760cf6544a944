import type { ReactNode } from 'react';
import './field.css';

export interface CheckboxProps {
	readonly label: string;
	readonly checked: boolean;
	readonly onChange: (checked: boolean) => void;
	readonly disabled?: boolean;
	/** Stands after the label. */
	readonly aside?: ReactNode;
}

/** A boolean option with its sentence. */
export function Checkbox({ label, checked, onChange, disabled = false, aside }: CheckboxProps) {
	const box = (
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
	if (aside === undefined) return box;
	return (
		<span className="ui-check-line">
			{box}
			{aside}
		</span>
	);
}
