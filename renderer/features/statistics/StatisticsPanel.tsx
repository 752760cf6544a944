import { Copy, Play, Square } from 'lucide-react';
import { lazy, Suspense, useEffect } from 'react';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import { STATISTIC_GROUPS, type StatisticGroup } from '../../../common/statistics/columns.ts';
import { CentreViews } from '../../app/shared/CentreViews.tsx';
import { ExplainedSegmented } from '../../app/shared/explain/ExplainedSegmented.tsx';
import { useShownCount } from '../../app/state/capture/shown.ts';
import { useWantedPlot } from '../../app/state/window/wanted-plot.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { PanelHeader } from '../../ui/PanelHeader.tsx';
import { Select } from '../../ui/Select.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { COPY_FORMATS, copyTable } from './copy.ts';
import { StatisticsTable } from './StatisticsTable.tsx';
import {
	countBy,
	hold,
	STATISTIC_VIEWS,
	type Statistics,
	type StatisticView,
	showMore,
	useStatistics,
} from './store.ts';
import { useStatisticsFeed } from './use-feed.ts';
import './statistics.css';

const PlotView = lazy(async () => ({ default: (await import('./plot/PlotView.tsx')).PlotView }));

/** The traffic in numbers: counts and times of what the filter finds in a table, or values over time. */
export function StatisticsPanel() {
	const { statistics: text } = useDialogWords();
	const { view } = useStatistics();
	const isWanted = useWantedPlot((wanted) => wanted.field !== undefined);
	useEffect(() => {
		if (isWanted) useStatistics.setState({ view: 'plot' });
	}, [isWanted]);
	return (
		<section className="statistics" aria-label={text.title}>
			<PanelHeader title={text.title} lead={<CentreViews />}>
				{view === 'table' ? <TableTools /> : null}
				<ExplainedSegmented<StatisticView>
					label={text.views.label}
					explains="views.statistics"
					value={view}
					segments={STATISTIC_VIEWS.map((value) => ({ value, label: text.views[value] }))}
					onChange={(chosen) => useStatistics.setState({ view: chosen })}
				/>
			</PanelHeader>
			{view === 'table' ? (
				<Counted />
			) : (
				<Suspense fallback={null}>
					<PlotView />
				</Suspense>
			)}
		</section>
	);
}

function isCounting({ state, error }: Statistics): boolean {
	return state !== undefined && state.scanned < state.stored && error === undefined;
}

function TableTools() {
	const { statistics: text } = useDialogWords();
	const { by, state, stopped } = useStatistics();
	const counting = useStatistics(isCounting);
	return (
		<>
			{counting && !stopped ? (
				<progress
					className="statistics-progress"
					aria-label={text.progress}
					max={state?.stored ?? 1}
					value={state?.scanned ?? 0}
				/>
			) : null}
			{counting || stopped ? (
				<IconButton label={stopped ? text.resume : text.stop} onClick={() => hold(!stopped)}>
					{stopped ? <Play size={14} /> : <Square size={13} />}
				</IconButton>
			) : null}
			<Select<StatisticGroup>
				label={text.by.label}
				hideLabel
				value={by}
				choices={STATISTIC_GROUPS.map((value) => ({ value, label: text.by[value] }))}
				onChange={countBy}
			/>
			<Menu
				align="end"
				label={text.copyMenu}
				trigger={
					<Button variant="ghost" icon={<Copy size={14} />} disabled={state === undefined || state.rows.length === 0}>
						{text.copy}
					</Button>
				}
				entries={COPY_FORMATS.map((format) => ({
					label: text.formats[format],
					onSelect: () => {
						if (state !== undefined) copyTable(state, format);
					},
				}))}
			/>
		</>
	);
}

function Counted() {
	const { statistics: text } = useDialogWords();
	useStatisticsFeed();
	const { by, state, error } = useStatistics();
	const counting = useStatistics(isCounting);
	const events = state?.total.events ?? 0;
	useShownCount(events);
	return (
		<>
			{error === undefined ? null : (
				<div className="statistics-notice" role="alert">
					{text.failed(error.message)}
				</div>
			)}
			{state?.limited ? (
				<div className="statistics-notice" role="status">
					{text.limited}
				</div>
			) : null}
			{by === 'protocol' ? <p className="statistics-hint">{text.protocolsHint}</p> : null}
			{state !== undefined && state.rows.length > 0 ? (
				<StatisticsTable state={state} />
			) : counting ? null : (
				<EmptyState title={text.empty}>{text.emptyWhy}</EmptyState>
			)}
			{state !== undefined && state.rows.length < state.groups ? (
				<p className="statistics-more">
					{text.shown(state.rows.length, state.groups)}
					{state.rows.length < LIMITS.rowsPerQuery ? (
						<Button variant="ghost" onClick={showMore}>
							{text.more}
						</Button>
					) : null}
				</p>
			) : null}
		</>
	);
}
