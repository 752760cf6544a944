import { type ReactNode, use } from 'react';
import { PaneTools } from './panes/pane-tools.ts';
import './panel-header.css';

export interface PanelHeaderProps {
	readonly title: string;
	/** Replaces the visible title, which stays the accessible name: a choice of the pane's content. */
	readonly lead?: ReactNode;
	/** Buttons and fields at the right. */
	readonly children?: ReactNode;
}

/** The line at the top of a pane: its name and controls for all of it. */
export function PanelHeader({ title, lead, children }: PanelHeaderProps) {
	const tools = use(PaneTools);
	return (
		<header className="ui-panel-header">
			{lead}
			<h2 className={lead === undefined ? undefined : 'visually-hidden'}>{title}</h2>
			<div className="ui-panel-header-tools">
				{children}
				{tools}
			</div>
		</header>
	);
}
