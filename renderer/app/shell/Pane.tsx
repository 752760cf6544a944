import { Component, type ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';

interface PaneProps {
	readonly name: string;
	/** It is folded: its strip has the name meanwhile. */
	readonly hidden?: boolean;
	readonly children: ReactNode;
}

interface PaneState {
	readonly failure: Error | undefined;
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
				<Card
					tone="error"
					title={`The ${name} pane failed`}
					announce
					actions={<Button onClick={() => this.setState({ failure: undefined })}>Show it again</Button>}
				>
					{failure.message}
				</Card>
			</div>
		);
	}
}
