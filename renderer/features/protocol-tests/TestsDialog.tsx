import { Plus } from 'lucide-react';
import { useEffect } from 'react';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { useSettings } from '../../app/state/window/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { addTest } from './saved.ts';
import { followRuns, useTests } from './store.ts';
import { TestEditor } from './TestEditor.tsx';
import { TestList } from './TestList.tsx';
import './protocol-tests.css';

/** Tests: the saved ones, the steps of one, and its last run. */
export function TestsDialog() {
	useEffect(followRuns, []);
	const sequences = useSettings((settings) => settings.sequences);
	const selected = useTests((state) => state.selected);
	const opened = useTests((state) => state.opened);
	const shown = sequences[selected] ?? sequences[0];
	const at = shown === undefined ? 0 : sequences.indexOf(shown);
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
					<TestList sequences={sequences} selected={at} />
					<TestEditor key={opened} index={at} kept={shown} />
				</div>
			)}
		</Dialog>
	);
}
