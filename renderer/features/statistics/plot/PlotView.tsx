import { Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type uPlot from 'uplot';
import { useWantedPlot } from '../../../app/state/window/wanted-plot.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import { saveCsv, savePng } from './export.ts';
import { lookOf } from './look.ts';
import { PlotCanvas } from './PlotCanvas.tsx';
import { SeriesRow } from './SeriesRow.tsx';
import { addField, addSeries, canAdd, PLOT_FORMS, type PlotForm, type PlotSeries, usePlot } from './store.ts';
import 'uplot/dist/uPlot.min.css';
import './plot.css';

/** Values of events over time, or how often each occurs: several series on one axis. */
export function PlotView() {
	const { plot: text } = useDialogWords().statistics;
	const { form, series, drawn, error } = usePlot();
	const more = usePlot(canAdd);
	const wanted = useWantedPlot((state) => state.field);
	useEffect(() => {
		if (wanted === undefined) return;
		addField(wanted);
		useWantedPlot.setState({ field: undefined });
	}, [wanted]);
	const plot = useRef<uPlot | undefined>(undefined);
	const nameOf = ({ measure, field = '', filter }: PlotSeries) => {
		const name = measure === 'field' && field !== '' ? field : text.measures[measure];
		return filter.trim() === '' ? name : text.series(name, filter.trim());
	};
	const entries = [
		{
			label: text.png,
			onSelect: () => {
				if (plot.current !== undefined && drawn !== undefined)
					savePng(plot.current, drawn.series.map(nameOf), lookOf(plot.current.root));
			},
		},
		{
			label: text.csv,
			onSelect: () => {
				if (drawn !== undefined) saveCsv(drawn.state, drawn.series, form);
			},
		},
	];
	return (
		<div className="plot">
			<fieldset className="plot-series" aria-label={text.all}>
				{series.map((one, i) => (
					<SeriesRow key={one.id} series={one} number={i} only={series.length === 1} />
				))}
				<div className="plot-tools">
					<Button variant="ghost" icon={<Plus size={14} />} disabled={!more} onClick={addSeries}>
						{text.add}
					</Button>
					<Segmented<PlotForm>
						label={text.form}
						value={form}
						segments={PLOT_FORMS.map((value) => ({ value, label: text.forms[value] }))}
						onChange={(value) => usePlot.setState({ form: value, cursor: undefined })}
					/>
					<Menu
						align="end"
						label={text.save}
						trigger={
							<Button variant="ghost" disabled={drawn === undefined}>
								{text.save}
							</Button>
						}
						entries={entries}
					/>
				</div>
			</fieldset>
			{error === undefined ? null : (
				<div className="statistics-notice" role="alert">
					{text.failed(error.message)}
				</div>
			)}
			<PlotCanvas plot={plot} nameOf={nameOf} />
			{drawn === undefined || drawn.state.span === 0 ? (
				<EmptyState title={text.empty}>{text.emptyWhy}</EmptyState>
			) : null}
		</div>
	);
}
