import { Play, Plus } from 'lucide-react';
import type { Sequence } from '../../../common/protocol-tests/test-schema.ts';
import { placeKey } from '../../../common/workspace/named.ts';
import { Button } from '../../ui/Button.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { StatusMark } from './StatusMark.tsx';
import { addTest, runAll, select } from './saved.ts';
import { stopAll, useTests } from './store.ts';

interface TestListProps {
	readonly tests: readonly Sequence[];
	/** The one that is shown, as it is saved. */
	readonly shown: Sequence;
}

/** The tests in their folders, each with the result of its last run. */
export function TestList({ tests, shown }: TestListProps) {
	const running = useTests(({ runs }) => [...runs.values()].some(({ status }) => status === 'running'));
	const { tests: text } = useDialogWords();
	const folders = new Map<string | undefined, Sequence[]>();
	for (const test of tests) folders.set(test.folder, [...(folders.get(test.folder) ?? []), test]);
	const groups = [...folders].sort(([one], [other]) => Number(one !== undefined) - Number(other !== undefined));
	return (
		<nav className="tests-list" aria-label={text.title}>
			{groups.map(([folder, list]) => (
				<section key={folder ?? ''} aria-label={folder ?? text.noFolder}>
					{folder === undefined ? null : <h3>{folder}</h3>}
					<ul>
						{list.map((test) => (
							<li key={placeKey(test)}>
								<button
									type="button"
									className="tests-item"
									aria-current={test === shown ? 'true' : undefined}
									onClick={() => select(test)}
								>
									<LastStatus test={test} />
									<span>{test.name}</span>
								</button>
							</li>
						))}
					</ul>
				</section>
			))}
			<Button variant="ghost" icon={<Plus size={13} />} onClick={addTest}>
				{text.new}
			</Button>
			<Button variant="ghost" icon={<Play size={13} />} onClick={() => void (running ? stopAll() : runAll())}>
				{running ? text.stopAll : text.runAll}
			</Button>
		</nav>
	);
}

function LastStatus({ test }: { readonly test: Sequence }) {
	const status = useTests(({ runs, latest }) => runs.get(latest.get(placeKey(test)) ?? 0)?.status);
	return <StatusMark status={status ?? 'waiting'} />;
}
