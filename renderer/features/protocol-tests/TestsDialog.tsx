import { Plus } from 'lucide-react';
import { useEffect } from 'react';
import { placeKey } from '../../../common/workspace/named.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { addTest, saveDrafts, select } from './saved.ts';
import { followTests, originOf, shownTest, type TestPlace, useTests } from './store.ts';
import { TestEditor } from './TestEditor.tsx';
import { TestList } from './TestList.tsx';
import './protocol-tests.css';

/** Tests: the saved ones, the steps of one, and its last run. `shows`: the one that is shown first. */
export function TestsDialog({ shows }: { readonly shows?: TestPlace | undefined }) {
	useEffect(followTests, []);
	useEffect(() => {
		if (shows !== undefined) select(shows);
	}, [shows]);
	useEffect(() => () => void saveDrafts(), []);
	const tests = useTests((state) => state.tests);
	const selected = useTests((state) => state.selected);
	const drafts = useTests((state) => state.drafts);
	const origins = useTests((state) => state.origins);
	const { tests: text } = useDialogWords();
	const shown = shownTest({ tests, selected });
	return (
		<Dialog title={text.title} onClose={closeDialog} width={1040} placement="sheet">
			{shown === undefined ? (
				<EmptyState
					title={text.none}
					action={
						<Button variant="primary" icon={<Plus size={13} />} onClick={addTest} autoFocus>
							{text.new}
						</Button>
					}
				>
					{text.about}
				</EmptyState>
			) : (
				<div className="tests">
					<TestList tests={tests} shown={shown} />
					<TestEditor
						key={originOf({ origins }, shown)}
						place={shown}
						test={drafts.get(placeKey(shown))?.test ?? shown}
					/>
				</div>
			)}
		</Dialog>
	);
}
