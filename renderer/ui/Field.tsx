import { type ReactNode, useId } from 'react';
import './field.css';

/** The common properties of fields. */
export interface FieldProps {
	readonly label: string;
	/** The label is for screen readers only: the field's place makes its meaning visible. */
	readonly hideLabel?: boolean | undefined;
	/** A sentence under the field; marks it invalid. */
	readonly error?: string | undefined;
	/** A muted sentence under the field; an error replaces it. */
	readonly hint?: ReactNode;
	/** Stands after the label; beside a hidden one it shows while the field is used. */
	readonly aside?: ReactNode;
	readonly className?: string | undefined;
}

/** Ids and ARIA attributes that link a control to its label and to the sentence under it. */
export interface ControlProps {
	readonly id: string;
	readonly 'aria-invalid': true | undefined;
	readonly 'aria-describedby': string | undefined;
}

/** Splits the properties of a field from those of its control. */
export function fieldApart<P extends FieldProps>({ label, hideLabel, error, hint, aside, className, ...rest }: P) {
	return { field: { label, hideLabel, error, hint, aside, className }, rest };
}

/** Label, control and the sentence under it. `children` renders the control with the given attributes. */
export function Field({
	label,
	hideLabel = false,
	error,
	hint,
	aside,
	className,
	children,
}: FieldProps & { readonly children: (control: ControlProps) => ReactNode }) {
	const id = useId();
	const note = error ?? hint;
	const noteId = note === undefined ? undefined : `${id}-note`;
	return (
		<div className={['ui-field', className].filter(Boolean).join(' ')}>
			<span className={hideLabel ? 'visually-hidden' : 'ui-field-label'}>
				<label htmlFor={id}>{label}</label>
				{hideLabel ? null : aside}
			</span>
			{hideLabel ? aside : null}
			{children({ id, 'aria-invalid': error === undefined ? undefined : true, 'aria-describedby': noteId })}
			{note === undefined ? null : (
				<div id={noteId} className={error === undefined ? 'ui-field-hint' : 'ui-field-error'}>
					{note}
				</div>
			)}
		</div>
	);
}
