import type { ReactNode } from 'react';
import './panel-header.css';

export interface PanelHeaderProps {
	readonly title: string;
	/** Buttons and fields at the right. */
	readonly children?: ReactNode;
}

/** The line at the top of a pane: its name and what concerns all of it. */
export function PanelHeader({ title, children }: PanelHeaderProps) {
	return (
		<header className="ui-panel-header">
			<h2>{title}</h2>
			<div className="ui-panel-header-tools">{children}</div>
		</header>
	);
}
