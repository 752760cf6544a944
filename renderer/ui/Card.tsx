import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../words/index.ts';
import { IconButton } from './IconButton.tsx';
import './card.css';

export interface CardProps {
	readonly tone?: 'info' | 'warn' | 'error';
	readonly title: ReactNode;
	readonly children?: ReactNode;
	/** Buttons. */
	readonly actions?: ReactNode;
	/** Draws a cross that dismisses it. */
	readonly onDismiss?: () => void;
	/** Announced when it appears. For unexpected content; not for initial content. */
	readonly announce?: boolean;
	/** Accessible name of the whole card. */
	readonly label?: string;
}

const ICONS = { info: Info, warn: TriangleAlert, error: CircleAlert } as const;

/** A persistent message in its place, until it is handled. */
export function Card({ tone = 'info', title, children, actions, onDismiss, announce = false, label }: CardProps) {
	const text = useWords().ui;
	const Icon = ICONS[tone];
	return (
		<section className={`ui-card ui-card-${tone}`} aria-label={label}>
			<Icon className="ui-card-icon" size={14} aria-hidden="true" />
			<div className="ui-card-main" role={announce ? 'alert' : undefined}>
				<div className="ui-card-title">{title}</div>
				{children === undefined ? null : <div className="ui-card-text">{children}</div>}
				{actions === undefined ? null : <div className="ui-card-actions">{actions}</div>}
			</div>
			{onDismiss === undefined ? null : (
				<IconButton label={text.dismiss} size="s" tip={false} className="ui-card-dismiss" onClick={onDismiss}>
					<X size={14} />
				</IconButton>
			)}
		</section>
	);
}
