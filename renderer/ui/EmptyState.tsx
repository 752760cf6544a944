import type { ReactNode } from 'react';
import './card.css';

export interface EmptyStateProps {
	readonly title: string;
	/** The first step, in a sentence. */
	readonly children?: ReactNode;
	/** A button for it. */
	readonly action?: ReactNode;
}

/** A placeholder for an empty area. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
	return (
		<div className="ui-empty">
			<div className="ui-empty-title">{title}</div>
			{children === undefined ? null : <div className="ui-empty-text">{children}</div>}
			{action === undefined ? null : <div className="ui-empty-action">{action}</div>}
		</div>
	);
}
