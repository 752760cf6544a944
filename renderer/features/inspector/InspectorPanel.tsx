import { EmptyState } from '../../ui/EmptyState.tsx';

/** The bytes of the selected event. */
export function InspectorPanel() {
	return <EmptyState title="No event selected">Select a row of the log to see its bytes.</EmptyState>;
}
