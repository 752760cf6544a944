import { EmptyState } from '../../ui/EmptyState.tsx';

/** Where a message is written and sent. */
export function ComposerPanel() {
	return <EmptyState title="Nowhere to send to">Start a server or open a client first.</EmptyState>;
}
