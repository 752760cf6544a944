import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import './button.css';
import { Tooltip } from './Tooltip.tsx';

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label' | 'title'> {
	/** The accessible name, and the tooltip unless `tip` says more. */
	readonly label: string;
	/** Tooltip text; `false` for none. */
	readonly tip?: string | false;
	readonly size?: 's' | 'm';
	readonly danger?: boolean;
	readonly children: ReactNode;
	readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with only an icon; its name is required. */
export function IconButton({
	label,
	tip = label,
	size = 'm',
	danger = false,
	className,
	children,
	type = 'button',
	...rest
}: IconButtonProps) {
	const classes = ['ui-icon-button', size === 's' && 'ui-icon-button-s', danger && 'ui-icon-button-danger', className];
	const button = (
		<button {...rest} type={type} aria-label={label} className={classes.filter(Boolean).join(' ')}>
			{children}
		</button>
	);
	return tip === false ? button : <Tooltip text={tip}>{button}</Tooltip>;
}
