import { Plus } from 'lucide-react';
import { useEffect } from 'react';
import { placeKey } from '../../../common/workspace/named.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { addTest, saveDraft, select } from './saved.ts';
import { followTests, shownTest, type TestPlace, useTests } from './store.ts';
import { TestEditor } from './TestEditor.tsx';
import { TestList } from './TestList.tsx';
import './protocol-tests.css';

/** Tests: the saved ones, the steps of one, and its last run. `shows`: the one that is shown first. */
export function TestsDialog({ shows }: { readonly shows?: TestPlace | undefined }) {
	useEffect(followTests, []);
	useEffect(() => {
		if (shows !== undefined) select(shows);
	}, [shows]);
	useEffect(() => () => void saveDraft(), []);
	const tests = useTests((state) => state.tests);
	const selected = useTests((state) => state.selected);
	const draft = useTests((state) => state.draft);
	const shown = shownTest({ tests, selected });
	return (
		<Dialog title="Tests" onClose={closeDialog} width={1040} placement="sheet">
			{shown === undefined ? (
				<EmptyState
					title="No tests yet"
					action={
						<Button variant="primary" icon={<Plus size={13} />} onClick={addTest} autoFocus>
							New test
						</Button>
					}
				>
					A test connects, sends, expects and ends, step by step, and passes or shows the byte that was wrong. The first
					one talks to the preset hello-server.
				</EmptyState>
			) : (
				<div className="tests">
					<TestList tests={tests} shown={shown} />
					<TestEditor key={placeKey(shown)} place={shown} test={draft ?? shown} />
				</div>
			)}
		</Dialog>
	);
}
