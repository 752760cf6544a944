import { useEffect, useState } from 'react';
import { LimitFields } from '../../app/shared/limits/LimitFields.tsx';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { CaptureTable } from './CaptureTable.tsx';
import { LiveSection } from './LiveSection.tsx';
import { NoticeCard } from './NoticeCard.tsx';
import { FIRST_ORDER, sorted } from './order.ts';
import { SelectedActions } from './SelectedActions.tsx';
import { NOTHING_CHOSEN, still } from './selection.ts';
import { followLibrary, useLibrary } from './store.ts';
import './captures.css';

/** All captures on disk: their sizes, and deleting them. */
export function CapturesDialog() {
	useEffect(followLibrary, []);
	const library = useLibrary((state) => state.library);
	const text = useDialogWords().captures;
	return (
		<Dialog title={text.title} onClose={closeDialog} width={860} placement="sheet">
			<div className="captures">
				<LiveSection />
				{library === undefined ? <EmptyState title={text.looking} /> : <Stored />}
				{library === undefined ? null : (
					<div className="captures-limits">
						<LimitFields key={JSON.stringify(library.limits)} limits={library.limits} />
					</div>
				)}
			</div>
		</Dialog>
	);
}

function Stored() {
	const library = useLibrary((state) => state.library);
	const text = useDialogWords().captures;
	const [order, setOrder] = useState(FIRST_ORDER);
	const [kept, setSelection] = useState(NOTHING_CHOSEN);
	if (library === undefined) return null;
	const captures = sorted(library.captures, order);
	const selection = still(
		captures.map(({ folder }) => folder),
		kept,
	);
	const chosen = captures.filter(({ folder }) => selection.chosen.has(folder));
	return (
		<section className="captures-stored" aria-label={text.stored}>
			<SelectedActions captures={captures} chosen={chosen} />
			<NoticeCard />
			{captures.length === 0 ? (
				<EmptyState
					title={library.looking === undefined ? text.none : text.looking}
					action={<Button onClick={closeDialog}>{text.back}</Button>}
				>
					{text.noneWhy(library.folder)}
				</EmptyState>
			) : (
				<CaptureTable
					captures={captures}
					order={order}
					onOrder={setOrder}
					selection={selection}
					onSelection={setSelection}
				/>
			)}
		</section>
	);
}
