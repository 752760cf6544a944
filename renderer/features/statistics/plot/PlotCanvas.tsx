import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type uPlot from 'uplot';
import { useSettings } from '../../../app/state/window/settings.ts';
import { useDialogWords } from '../../../words/dialogs.ts';
import { type PlotData, plotData, sharedUnit, unitOf } from './data.ts';
import { makePlot, structureOf, valueText } from './draw.ts';
import { lookOf } from './look.ts';
import { type PlotSeries, usePlot } from './store.ts';
import { timeText } from './time-text.ts';
import { usePlotFeed } from './use-feed.ts';
import { pan, zoomBy, zoomTo } from './zoom.ts';

/** px below which a plot cannot be read. */
const LEAST_HEIGHT = 160;

const NO_DATA: PlotData = { places: [], values: [], drawn: [[]] };

interface PlotCanvasProps {
	/** Is set while a plot is drawn. */
	readonly plot: RefObject<uPlot | undefined>;
	readonly nameOf: (series: PlotSeries) => string;
}

/** The drawn series. Arrow keys move a cursor, whose values are announced; + and − zoom, Page Up and Page Down move. */
export function PlotCanvas({ plot, nameOf }: PlotCanvasProps) {
	const { plot: text } = useDialogWords().statistics;
	const host = useRef<HTMLDivElement>(null);
	const [size, setSize] = useState({ width: 0, height: 0 });
	const { form, drawn, cursor } = usePlot();
	const theme = useSettings(({ theme: chosen, contrast }) => `${chosen} ${contrast}`);
	usePlotFeed(size.width);

	useEffect(() => {
		const element = host.current;
		if (element === null) return;
		const watch = new ResizeObserver(([entry]) => {
			if (entry === undefined) return;
			const { width, height } = entry.contentRect;
			setSize({ width: Math.floor(width), height: Math.max(LEAST_HEIGHT, Math.floor(height)) });
		});
		watch.observe(element);
		return () => watch.disconnect();
	}, []);

	// The cursor moves with the pointer: only new data are converted.
	const data = useMemo(
		() => (drawn === undefined ? NO_DATA : plotData(drawn.state, drawn.series, form)),
		[drawn, form],
	);
	const structure = drawn === undefined ? undefined : structureOf({ series: drawn.series, form });
	// biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours; the data is set below
	useEffect(() => {
		const element = host.current;
		if (element === null || drawn === undefined || size.width === 0) return;
		const made = makePlot({ series: drawn.series, form, data: data.drawn }, lookOf(element), size, element, {
			onCursor: (column) => {
				if (usePlot.getState().cursor !== column) usePlot.setState({ cursor: column });
			},
			onSelect: (from, to) => zoomTo({ from, to }),
		});
		plot.current = made;
		return () => {
			plot.current = undefined;
			made.destroy();
		};
	}, [structure, theme, size.width === 0]);

	useEffect(() => {
		if (size.width > 0) plot.current?.setSize(size);
	}, [size, plot]);

	// Drawn once a frame at most, whatever arrives meanwhile.
	useEffect(() => {
		const frame = requestAnimationFrame(() => {
			// A plot that was made with them shows them.
			if (data !== NO_DATA && plot.current?.data !== data.drawn) plot.current?.setData(data.drawn);
		});
		return () => cancelAnimationFrame(frame);
	}, [data, plot]);

	const { places, values } = data;
	const saidAt = (column: number | undefined): string => {
		const at = column === undefined ? undefined : places[column];
		if (drawn === undefined || column === undefined || at === undefined) return text.noPlace;
		const parts = drawn.series.map((one, i) => {
			const value = values[i]?.[column] ?? undefined;
			const unit = form === 'histogram' ? 'count' : unitOf(one.measure);
			return text.valueOf(nameOf(one), value === undefined ? text.nothing : valueText(value, unit));
		});
		const place = form === 'time' ? `+${timeText(at)}` : valueText(at, sharedUnit(drawn.series));
		return text.spoken(place, parts);
	};
	const said = saidAt(cursor);

	const moveTo = (column: number) => {
		const at = Math.min(Math.max(0, column), places.length - 1);
		usePlot.setState({ cursor: at });
		const value = places[at];
		const made = plot.current;
		if (made !== undefined && value !== undefined)
			made.setCursor({ left: made.valToPos(value, 'x'), top: made.over.clientHeight / 2 });
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const at = cursor ?? -1;
		const step = event.shiftKey ? 10 : 1;
		const time = form === 'time' && cursor !== undefined ? places[cursor] : undefined;
		const keys: Readonly<Record<string, () => void>> = {
			ArrowLeft: () => moveTo(at - step),
			ArrowRight: () => moveTo(at + step),
			Home: () => moveTo(0),
			End: () => moveTo(places.length - 1),
			'+': () => zoomBy(0.5, time),
			'=': () => zoomBy(0.5, time),
			'-': () => zoomBy(2, time),
			PageUp: () => pan(-0.5),
			PageDown: () => pan(0.5),
			'0': () => zoomTo(undefined),
		};
		const act = keys[event.key];
		if (act === undefined) return;
		act();
		event.preventDefault();
	};

	return (
		<>
			<div
				ref={host}
				className="plot-canvas"
				role="slider"
				tabIndex={0}
				aria-label={text.axis}
				aria-valuemin={0}
				aria-valuemax={Math.max(0, places.length - 1)}
				aria-valuenow={cursor ?? 0}
				aria-valuetext={said}
				onKeyDown={onKeyDown}
			/>
			<p className="plot-readout">{said}</p>
		</>
	);
}
