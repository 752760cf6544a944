import { useEffect } from 'react';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { PlotQuery } from '../../../../common/contract/calls/figures/plot.ts';
import { wholePath } from '../../../../common/filter/decoded/path.ts';
import { parseFilter, timeRangeOf, withCondition, withTimeRange } from '../../../../common/filter/index.ts';
import { faultOf } from '../../../app/shared/filter-fault.ts';
import { knownNow, useKnownProtocols } from '../../../app/shared/known-protocols.ts';
import { useCaptureStatus } from '../../../app/state/capture/capture-status.ts';
import { useFilter } from '../../../app/state/capture/filter.ts';
import { captureParam, useViewed } from '../../../app/state/capture/viewed.ts';
import { session } from '../../../app/state/host/session.ts';
import { type PlotSeries, usePlot } from './store.ts';

/** Columns are at least two pixels wide; a small change of the width queries nothing. */
const GRAIN = 100;

/** The series that can be plotted: a filter, or the name of a field, that is being written may be invalid. */
export function plottable(series: readonly PlotSeries[]): readonly PlotSeries[] {
	return series.filter(
		({ measure, field = '', filter }) =>
			faultOf(filter) === undefined && (measure !== 'field' || wholePath(field, knownNow()) !== undefined),
	);
}

/** What is asked of the host: the log's filter holds for each series, its time range for the plot. */
export function queryOf(series: readonly PlotSeries[], applied: string, width: number, span: number): PlotQuery {
	const range = applied === '' ? undefined : timeRangeOf(applied);
	const common = applied === '' ? '' : withTimeRange(applied, undefined);
	const from = range?.from ?? 0;
	return {
		columns: Math.min(LIMITS.plotColumns, Math.max(GRAIN, Math.ceil(width / 2 / GRAIN) * GRAIN)),
		...(range && { range: { from, to: Math.max(from + 1, range.to ?? span) } }),
		series: series.map(({ measure, field, filter }) => {
			const own = filter.trim();
			const both = own === '' ? common : (withCondition(common, parseFilter(own, knownNow()), knownNow()) ?? own);
			return { measure, ...(measure === 'field' && { field }), ...(both !== '' && { filter: both }) };
		}),
	};
}

/** Loads the columns of the series. @param width px of the plot */
export function usePlotFeed(width: number): void {
	const capture = useViewed((state) => state.capture);
	const id = useCaptureStatus((status) => status.id);
	const applied = useFilter((filter) => filter.applied);
	const series = usePlot((plot) => plot.series);
	const known = useKnownProtocols((protocols) => protocols.known);

	// biome-ignore lint/correctness/useExhaustiveDependencies: the columns are those of another capture
	useEffect(() => usePlot.setState({ drawn: undefined, error: undefined, cursor: undefined }), [capture, id]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: another capture is live
	useEffect(() => {
		const shown = plottable(series);
		if (width === 0 || shown.length === 0) return;
		const span = usePlot.getState().drawn?.state.span ?? 0;
		return session.subscribe(
			'capturePlot',
			{ ...captureParam(capture), ...queryOf(shown, applied, width, span) },
			{
				// The first snapshot may be empty: the old plot stays until there is another.
				onSnapshot: ({ error }) => usePlot.setState({ error: error && new Error(error.message) }),
				onDelta: (state) =>
					usePlot.setState({
						drawn: { state, series: shown },
						error: state.error === undefined ? undefined : new Error(state.error.message),
					}),
				onError: (error) => usePlot.setState({ error }),
			},
		);
	}, [capture, id, applied, series, known, width === 0, Math.ceil(width / 2 / GRAIN)]);
}
