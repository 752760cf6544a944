import { useRef, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { useWords } from '../../../words/index.ts';

interface AskFirstProps {
	/** What is stopped: an endpoint or a program. */
	readonly name: string;
	/** The consequences, as sentences; may be empty. */
	readonly why: string;
	readonly onYes: () => Promise<void>;
}

/** Stopping what cannot be started again from here: it asks for confirmation in its own place, without a dialog. */
export function AskFirst({ name, why, onYes }: AskFirstProps) {
	const text = useWords().endpointErrors.stop;
	const [state, setState] = useState<'idle' | 'asking' | 'busy'>('idle');
	const button = useRef<HTMLButtonElement>(null);
	const asking = state === 'asking';
	const yes = async () => {
		setState('busy');
		try {
			await onYes();
		} finally {
			setState('idle');
		}
	};
	return (
		<>
			{asking ? (
				<span className="error-ask" role="status">
					{why === '' ? text.ask(name) : text.askWhy(name, why)}
				</span>
			) : null}
			<Button
				ref={button}
				aria-disabled={state === 'busy'}
				onClick={(event) => {
					// The second click of a double click does not confirm a question that the first one opened.
					if (event.detail > 1 || state === 'busy') return;
					if (asking) void yes();
					else setState('asking');
				}}
			>
				{asking ? text.yes(name) : state === 'busy' ? text.stopping : text.offer(name)}
			</Button>
			{asking ? (
				<Button
					onClick={() => {
						setState('idle');
						button.current?.focus();
					}}
				>
					{text.no}
				</Button>
			) : null}
		</>
	);
}
