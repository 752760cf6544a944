import type { StatisticColumn } from '../../../statistics/columns.ts';
import type { StatisticFigures, StatisticsState } from './statistics.ts';

/** The columns of a table, after the name. */
export const FIGURE_COLUMNS = [
	'events',
	'messages',
	'bytesIn',
	'bytesOut',
	'bytes',
	'byteRate',
	'peakBytes',
	'duration',
	'answers',
	'p50',
	'p90',
	'p99',
	'answerMax',
] as const satisfies readonly StatisticColumn[];
export type FigureColumn = (typeof FIGURE_COLUMNS)[number] | 'errors';

/**
 * The value of a cell; undefined where there is none. Times in ns, rates a second, `bytes` as a share.
 * @param all bytes of all rows together
 */
export function figureOf(figures: StatisticFigures, column: FigureColumn, all: number): number | undefined {
	const { answers } = figures;
	switch (column) {
		case 'bytes':
			return all === 0 ? undefined : (figures.bytesIn + figures.bytesOut) / all;
		case 'answers':
			return answers?.count ?? 0;
		case 'answerMax':
			return answers?.max;
		case 'p50':
		case 'p90':
		case 'p99':
			return answers?.[column];
		default:
			return figures[column];
	}
}

/** The total and the rows as programs read them. */
export function plainRows({ total, rows }: Pick<StatisticsState, 'total' | 'rows'>): object[] {
	return [{ by: 'total', ...total }, ...rows.map(({ subject, figures }) => ({ ...subject, ...figures }))];
}
