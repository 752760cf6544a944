import { EmptyState } from '../../../ui/EmptyState.tsx';
import { PanelHeader } from '../../../ui/PanelHeader.tsx';
import { useWords } from '../../../words/index.ts';
import { useSelection } from '../../state/window/selection.ts';
// Here, not with the panes: nothing moves when they come.
import '../../../features/composer/composer.css';
import '../../../features/inspector/inspector.css';

/** The composer's place until its code is there: as high as its one line. */
export function ComposerAhead() {
	return (
		<div className="composer" aria-hidden="true">
			<div className="composer-body composer-ahead" />
		</div>
	);
}

/** The inspector as it is without an event, for everyone: its button folds it already. */
export function InspectorAhead() {
	const { title, none } = useWords().inspector;
	const isEmpty = useSelection(({ event }) => event === undefined);
	return (
		<section className="inspector" aria-label={title}>
			<PanelHeader title={title} />
			{isEmpty ? <EmptyState title={none.title}>{none.text}</EmptyState> : null}
		</section>
	);
}
