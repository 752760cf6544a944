import { X } from 'lucide-react';
import { type PlotMeasure, SERIES_MEASURES } from '../../../../common/statistics/measures.ts';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { FilterTextField } from '../../../app/shared/fields/FilterTextField.tsx';
import { useFault } from '../../../app/shared/filter-fault.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import { colourVariable, dashOf } from './look.ts';
import { MeasuredField } from './MeasuredField.tsx';
import { changeSeries, type PlotSeries, removeSeries } from './store.ts';

interface SeriesRowProps {
	readonly series: PlotSeries;
	/** From 0: decides its look. */
	readonly number: number;
	/** The last one stays. */
	readonly only: boolean;
}

/** How a series looks, what it shows, and of which events. */
export function SeriesRow({ series: { id, measure, field = '', filter }, number, only }: SeriesRowProps) {
	const { plot: text } = useDialogWords().statistics;
	const fault = useFault(filter);
	return (
		<fieldset className="plot-row" aria-label={text.one(number + 1)}>
			<svg
				className="plot-sample"
				width={30}
				height={10}
				aria-hidden="true"
				style={{ color: `var(${colourVariable(number)})` }}
			>
				<line x1={0} x2={30} y1={5} y2={5} strokeDasharray={dashOf(number).join(' ')} />
			</svg>
			<Select<PlotMeasure>
				label={text.measure}
				aside={<ExplainButton explains="dialogs.measure" />}
				hideLabel
				value={measure}
				choices={SERIES_MEASURES.map((value) => ({ value, label: text.measures[value] }))}
				onChange={(value) => changeSeries(id, { measure: value })}
			/>
			{measure === 'field' ? (
				<MeasuredField value={field} onChange={(value) => changeSeries(id, { field: value })} />
			) : null}
			<FilterTextField
				label={text.filter}
				aside={<ExplainButton explains="dialogs.filter" />}
				hideLabel
				className="plot-filter"
				placeholder={text.filter}
				value={filter}
				error={fault?.message}
				onChange={(value) => changeSeries(id, { filter: value })}
			/>
			<IconButton label={text.remove} size="s" disabled={only} onClick={() => removeSeries(id)}>
				<X size={13} />
			</IconButton>
		</fieldset>
	);
}
