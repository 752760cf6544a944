import { Plus } from 'lucide-react';
import type { Sequence } from '../../../common/protocol-tests/test-schema.ts';
import { Button } from '../../ui/Button.tsx';
import { StatusMark } from './StatusMark.tsx';
import { addTest } from './saved.ts';
import { select, useTests } from './store.ts';

interface TestListProps {
	readonly sequences: readonly Sequence[];
	readonly selected: number;
}

/** The tests by name, each with the result of its last run. */
export function TestList({ sequences, selected }: TestListProps) {
	return (
		<nav className="tests-list" aria-label="Tests">
			<ul>
				{sequences.map((sequence, index) => (
					<li key={sequence.name}>
						<button
							type="button"
							className="tests-item"
							aria-current={index === selected ? 'true' : undefined}
							onClick={() => select(index)}
						>
							<LastStatus name={sequence.name} />
							<span>{sequence.name}</span>
						</button>
					</li>
				))}
			</ul>
			<Button variant="ghost" icon={<Plus size={13} />} onClick={addTest}>
				New test
			</Button>
		</nav>
	);
}

function LastStatus({ name }: { readonly name: string }) {
	const status = useTests(({ runs, latest }) => runs.get(latest.get(name) ?? 0)?.status);
	return <StatusMark status={status ?? 'waiting'} />;
}
