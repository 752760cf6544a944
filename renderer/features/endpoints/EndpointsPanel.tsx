import { ListChecks, Plus } from 'lucide-react';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { openDialog } from '../../app/state/window/dialogs.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { PanelHeader } from '../../ui/PanelHeader.tsx';
import { EndpointTree } from './EndpointTree.tsx';
import { WorkspaceNotices } from './workspace/WorkspaceNotices.tsx';
import './endpoints.css';

/** The left pane: all endpoints. */
export function EndpointsPanel() {
	const loaded = useWorkbench((workbench) => workbench.loaded);
	const empty = useWorkbench((workbench) => workbench.endpoints.size === 0);
	const openNew = () => openDialog({ kind: 'new-endpoint' });
	return (
		<section className="endpoints" aria-label="Endpoints">
			<PanelHeader title="Endpoints">
				<Button variant="ghost" icon={<Plus size={14} />} aria-label="New endpoint" onClick={openNew}>
					New
				</Button>
				<IconButton label="Tests" tip="Tests (Alt S)" onClick={() => openDialog({ kind: 'tests' })}>
					<ListChecks size={14} />
				</IconButton>
			</PanelHeader>
			<WorkspaceNotices />
			{empty ? (
				loaded && (
					<EmptyState
						title="No endpoints yet"
						action={
							<Button variant="primary" onClick={openNew}>
								Choose one…
							</Button>
						}
					>
						Start a server or open a client: from a preset, or blank.
					</EmptyState>
				)
			) : (
				<EndpointTree />
			)}
		</section>
	);
}
