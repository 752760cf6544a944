import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { useWords } from '../../words/index.ts';
import { dismissNotice, undoDelete, useLibrary } from './store.ts';

/** Maximum number of listed reasons; there may be as many as captures. */
const MOST = 5;

/** The last action, and its undo. */
export function NoticeCard() {
	const notice = useLibrary((state) => state.notice);
	const { ui } = useWords();
	const { notice: label } = useDialogWords().captures;
	if (notice === undefined) return null;
	const { tone, text, details, undo } = notice;
	return (
		<Card
			tone={tone}
			title={text}
			announce
			label={label}
			actions={undo === undefined ? undefined : <Button onClick={() => void undoDelete(undo)}>{ui.undo}</Button>}
			onDismiss={dismissNotice}
		>
			{details.length === 0 ? undefined : details.slice(0, MOST).map((why) => <div key={why}>{why}</div>)}
		</Card>
	);
}
