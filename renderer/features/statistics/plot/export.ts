import type uPlot from 'uplot';
import type { PlotState } from '../../../../common/contract/calls/figures/plot.ts';
import { downloadBlob } from '../../../app/shared/download.ts';
import { toastError } from '../../../app/state/window/toasts.ts';
import { dialogWords } from '../../../words/dialogs.ts';
import { plotCsv } from './data.ts';
import { dashOf, type Look, strokeOf } from './look.ts';
import type { PlotForm, PlotSeries } from './store.ts';

/** px */
const MARGIN = 12;
const LINE = 18;
const SAMPLE = 28;

/** Stores the plot as a picture: as it is drawn, with a legend under it. */
export function savePng(plot: uPlot, names: readonly string[], look: Look): void {
	const { canvas } = plot.ctx;
	const scale = devicePixelRatio;
	const picture = document.createElement('canvas');
	picture.width = canvas.width;
	picture.height = canvas.height + (2 * MARGIN + names.length * LINE) * scale;
	const to = picture.getContext('2d');
	if (to === null) return;
	to.fillStyle = look.ground;
	to.fillRect(0, 0, picture.width, picture.height);
	to.drawImage(canvas, 0, 0);
	to.scale(scale, scale);
	to.font = look.font;
	to.textBaseline = 'middle';
	for (const [i, name] of names.entries()) {
		const y = canvas.height / scale + MARGIN + (i + 0.5) * LINE;
		to.strokeStyle = strokeOf(look, i);
		to.lineWidth = 2;
		to.setLineDash([...dashOf(i)]);
		to.beginPath();
		to.moveTo(MARGIN, y);
		to.lineTo(MARGIN + SAMPLE, y);
		to.stroke();
		to.fillStyle = look.text;
		to.fillText(name, 2 * MARGIN + SAMPLE, y);
	}
	picture.toBlob((blob) => {
		if (blob === null)
			toastError(dialogWords().statistics.plot.notSaved, new Error(dialogWords().statistics.plot.noPicture));
		else downloadBlob(blob, 'wirebench-plot.png');
	});
}

/** Stores the drawn numbers as a table. */
export function saveCsv(state: PlotState, series: readonly PlotSeries[], form: PlotForm): void {
	downloadBlob(new Blob([plotCsv(state, series, form)], { type: 'text/csv' }), 'wirebench-plot.csv');
}
