import { Plus } from 'lucide-react';
import type { Sequence } from '../../../common/contract/calls/protocol-tests.ts';
import { Button } from '../../ui/Button.tsx';
import { StatusMark } from './StatusMark.tsx';
import { addSequence } from './saved.ts';
import { select, useSequences } from './store.ts';

interface SequenceListProps {
	readonly sequences: readonly Sequence[];
	readonly selected: number;
}

/** The tests by name, each with the result of its last run. */
export function TestList({ sequences, selected }: SequenceListProps) {
	return (
		<nav className="sequences-list" aria-label="Tests">
			<ul>
				{sequences.map((sequence, index) => (
					<li key={sequence.name}>
						<button
							type="button"
							className="sequences-item"
							aria-current={index === selected ? 'true' : undefined}
							onClick={() => select(index)}
						>
							<LastStatus name={sequence.name} />
							<span>{sequence.name}</span>
						</button>
					</li>
				))}
			</ul>
			<Button variant="ghost" icon={<Plus size={13} />} onClick={addSequence}>
				New test
			</Button>
		</nav>
	);
}

function LastStatus({ name }: { readonly name: string }) {
	const status = useSequences(({ runs, latest }) => runs.get(latest.get(name) ?? 0)?.status);
	return <StatusMark status={status ?? 'waiting'} />;
}
