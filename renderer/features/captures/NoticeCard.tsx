import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { dismissNotice, undoDelete, useLibrary } from './store.ts';

/** Reasons that are listed; there may be as many as captures. */
const MOST = 5;

/** What was done last, and the way back. */
export function NoticeCard() {
	const notice = useLibrary((state) => state.notice);
	if (notice === undefined) return null;
	const { tone, text, details, undo } = notice;
	return (
		<Card
			tone={tone}
			title={text}
			announce
			label="What was done"
			actions={undo === undefined ? undefined : <Button onClick={() => void undoDelete(undo)}>Undo</Button>}
			onDismiss={dismissNotice}
		>
			{details.length === 0 ? undefined : details.slice(0, MOST).map((why) => <div key={why}>{why}</div>)}
		</Card>
	);
}
