import { LIMITS } from '../../../../common/contract/base/limits.ts';
import { timeRangeOf, withTimeRange } from '../../../../common/filter/index.ts';
import { applyFilter, useFilter } from '../../../app/state/capture/filter.ts';
import { usePlot } from './store.ts';

/** The shortest range, ns. */
const SHORTEST = 1000;

/** The range that is drawn: that of the filter, else the whole capture. */
function present(): { readonly from: number; readonly to: number } {
	const span = usePlot.getState().drawn?.state.span ?? 1;
	const { applied } = useFilter.getState();
	const { from = 0, to = span } = (applied === '' ? undefined : timeRangeOf(applied)) ?? {};
	return { from, to };
}

/** Sets the time range of the filter, which the timeline shows too; undefined: all of the capture. */
export function zoomTo(range: { readonly from: number; readonly to: number } | undefined): void {
	const whole = range && { from: Math.max(0, Math.round(range.from)), to: Math.max(SHORTEST, Math.round(range.to)) };
	const text = withTimeRange(useFilter.getState().applied, whole);
	if (text.length <= LIMITS.filterChars) applyFilter(text);
}

/** Zooms around a time; `by` below 1 zooms in. */
export function zoomBy(by: number, around: number | undefined): void {
	const { from, to } = present();
	const at = around ?? (from + to) / 2;
	const length = Math.max(SHORTEST, (to - from) * by);
	const share = (at - from) / (to - from);
	zoomTo({ from: at - share * length, to: at + (1 - share) * length });
}

/** Moves by a share of the length. */
export function pan(share: number): void {
	const { from, to } = present();
	const by = Math.max(-from, (to - from) * share);
	zoomTo({ from: from + by, to: to + by });
}
