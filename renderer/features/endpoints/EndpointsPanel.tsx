import { ListChecks, Play, Plus, Square } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { isIdle } from '../../../common/contract/base/endpoint-status.ts';
import { useTip } from '../../app/shared/use-tip.ts';
import { startAll, stopAll } from '../../app/state/endpoints/all-endpoints.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { openDialog } from '../../app/state/window/dialogs.ts';
import { offerNoticePlace } from '../../app/state/window/notice-place.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { PanelHeader } from '../../ui/PanelHeader.tsx';
import { EndpointSearch } from './EndpointSearch.tsx';
import { EndpointTree, type TreeHandle } from './EndpointTree.tsx';
import { ERROR_CARD } from './error/later.ts';
import { FirstClient } from './FirstClient.tsx';
import { WorkspaceNotices } from './workspace/WorkspaceNotices.tsx';
import './endpoints.css';
import { useWords } from '../../words/index.ts';

/** Number of endpoints from which on they can be searched. */
const SEARCH_FROM = 8;

/** The left pane: all endpoints. */
export function EndpointsPanel() {
	const text = useWords().endpoints;
	const tip = useTip();
	const loaded = useWorkbench((workbench) => workbench.loaded);
	const empty = useWorkbench((workbench) => workbench.endpoints.size === 0);
	const searchable = useWorkbench((workbench) => workbench.endpoints.size >= SEARCH_FROM);
	const [query, setQuery] = useState('');
	// A search stays while it narrows what is left.
	const searching = searchable || (query !== '' && !empty);
	const tree = useRef<TreeHandle>(null);
	useEffect(() => void ERROR_CARD.load().catch((error: unknown) => console.warn(error)), []);
	const openNew = () => openDialog({ kind: 'new-endpoint' });
	return (
		<section className="endpoints" aria-label={text.title}>
			<PanelHeader title={text.title}>
				<Button variant="ghost" icon={<Plus size={14} />} aria-label={text.new} onClick={openNew}>
					{text.newShort}
				</Button>
				<AllButtons />
				<IconButton label={text.tests} tip={tip(text.tests, 'tests')} onClick={() => openDialog({ kind: 'tests' })}>
					<ListChecks size={14} />
				</IconButton>
			</PanelHeader>
			<WorkspaceNotices />
			{searching ? <EndpointSearch value={query} onChange={setQuery} onEnter={() => tree.current?.enter()} /> : null}
			{empty ? (
				loaded && (
					<EmptyState
						title={text.empty.title}
						action={
							<Button variant="primary" onClick={openNew}>
								{text.empty.choose}
							</Button>
						}
					>
						{text.empty.why}
					</EmptyState>
				)
			) : (
				<>
					<EndpointTree ref={tree} query={searching ? query : ''} />
					<FirstClient />
				</>
			)}
			<div ref={offerNoticePlace} className="endpoint-notices" />
		</section>
	);
}

/** Starts, and stops, all endpoints; from two on, where a row's own button does not do the same. */
function AllButtons() {
	const text = useWords().endpoints;
	const several = useWorkbench(({ endpoints }) => endpoints.size > 1);
	const idle = useWorkbench(({ endpoints }) => [...endpoints.values()].some(isIdle));
	const running = useWorkbench(({ endpoints }) => [...endpoints.values()].some((state) => !isIdle(state)));
	if (!several) return null;
	return (
		<>
			<IconButton label={text.startAll} className="row-start" aria-disabled={!idle} onClick={() => void startAll()}>
				<Play size={12} fill="currentColor" />
			</IconButton>
			<IconButton label={text.stopAll} className="row-stop" aria-disabled={!running} onClick={() => void stopAll()}>
				<Square size={11} fill="currentColor" />
			</IconButton>
		</>
	);
}
