import { useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';

interface AskFirstProps {
	/** The action as a command: `Stop echo`. */
	readonly what: string;
	/** Its consequences, as sentences; may be empty. */
	readonly why: string;
	readonly onYes: () => Promise<void>;
}

/** A command that cannot be undone: it asks for confirmation in its own place, without a dialog. */
export function AskFirst({ what, why, onYes }: AskFirstProps) {
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
					{what}?{why === '' ? '' : ` ${why}`}
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
				{asking ? `Yes, ${what.charAt(0).toLowerCase()}${what.slice(1)}` : state === 'busy' ? 'Stopping…' : `${what}…`}
			</Button>
			{asking ? (
				<Button
					onClick={() => {
						setState('idle');
						button.current?.focus();
					}}
				>
					No
				</Button>
			) : null}
		</>
	);
}
