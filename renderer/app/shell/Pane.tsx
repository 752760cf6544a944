import { Component, type ReactNode } from 'react';
import type { Words } from '../../../common/words/en.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { useWords } from '../../words/index.ts';

/** The names of the panes, by which a failed one is reported. */
type PaneName = keyof Words['shell']['pane']['failed'];

interface PaneProps {
	readonly name: PaneName;
	/** It is folded: its strip has the name meanwhile. */
	readonly hidden?: boolean;
	readonly children: ReactNode;
}

interface PaneState {
	readonly failure: Error | undefined;
}

interface FailureProps {
	readonly name: PaneName;
	readonly failure: Error;
	readonly onAgain: () => void;
}

function Failure({ name, failure, onAgain }: FailureProps) {
	const { pane: words } = useWords().shell;
	return (
		<Card tone="error" title={words.failed[name]} announce actions={<Button onClick={onAgain}>{words.again}</Button>}>
			{failure.message}
		</Card>
	);
}

/** One part of the workbench. A render error is shown in its place and the other parts keep working. */
export class Pane extends Component<PaneProps, PaneState> {
	override state: PaneState = { failure: undefined };

	static getDerivedStateFromError(thrown: unknown): PaneState {
		return { failure: thrown instanceof Error ? thrown : new Error(String(thrown)) };
	}

	override render() {
		const { failure } = this.state;
		const { name, hidden = false } = this.props;
		const place = { hidden, 'data-pane': hidden ? undefined : name };
		if (failure === undefined) {
			return (
				<div className="pane" {...place}>
					{this.props.children}
				</div>
			);
		}
		return (
			<div className="pane pane-failed" {...place}>
				<Failure name={name} failure={failure} onAgain={() => this.setState({ failure: undefined })} />
			</div>
		);
	}
}
