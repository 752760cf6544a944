import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import './button.css';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
	/** `primary`: the main action. `ghost`: no frame until the pointer is over it. */
	readonly variant?: 'plain' | 'primary' | 'danger' | 'ghost';
	readonly icon?: ReactNode;
	/** A shortcut, shown beside the text. */
	readonly shortcut?: string;
	readonly ref?: Ref<HTMLButtonElement>;
}

/** A push button with text. For an icon alone use IconButton, which requires a name. */
export function Button({
	variant = 'plain',
	icon,
	shortcut,
	className,
	children,
	type = 'button',
	...rest
}: ButtonProps) {
	return (
		<button
			{...rest}
			type={type}
			className={['ui-button', `ui-button-${variant}`, className].filter(Boolean).join(' ')}
		>
			{icon === undefined ? null : (
				<span className="ui-button-icon" aria-hidden="true">
					{icon}
				</span>
			)}
			{children}
			{shortcut === undefined ? null : (
				<span className="ui-kbd" aria-hidden="true">
					{shortcut}
				</span>
			)}
		</button>
	);
}
