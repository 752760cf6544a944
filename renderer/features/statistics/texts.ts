import { FIGURE_COLUMNS, type FigureColumn, figureOf } from '../../../common/contract/calls/figures/statistic-cells.ts';
import type { StatisticFigures, StatisticSubject } from '../../../common/contract/calls/figures/statistics.ts';
import { decoderOf } from '../../../common/decode/index.ts';
import type { Filter } from '../../../common/filter/index.ts';
import type { Words } from '../../../common/words/en.ts';
import type { DialogWords } from '../../../common/words/en-dialogs.ts';
import { formatBytes, formatCount, formatRate } from '../../app/shared/format.ts';
import { timeText } from './plot/time-text.ts';

/** The columns after the name. */
export const COLUMNS = [...FIGURE_COLUMNS, 'errors'] as const satisfies readonly FigureColumn[];

/** The name of a row. */
export function nameOf(subject: StatisticSubject, texts: DialogWords['statistics'], { events }: Words): string {
	switch (subject.by) {
		case 'endpoint':
			return subject.name;
		case 'connection':
			return `#${subject.id} ${subject.endpoint}`;
		case 'kind':
			return subject.direction === 'none'
				? events.kinds[subject.kind]
				: `${events.kinds[subject.kind]} ${ARROWS[subject.direction]}`;
		case 'protocol': {
			if (subject.protocol === undefined) {
				return subject.transport === 'other' ? texts.noTransport : texts.all(subject.transport.toUpperCase());
			}
			return subject.protocol === '' ? texts.notRecognised : (decoderOf(subject.protocol)?.title ?? subject.protocol);
		}
	}
}

const ARROWS = { in: '←', out: '→' } as const;

/** The addresses of a connection; empty for any other row. */
export function endsOf(subject: StatisticSubject): string {
	if (subject.by !== 'connection') return '';
	return [subject.protocol === 'other' ? '' : subject.protocol, subject.local, '↔', subject.remote]
		.filter((part) => part !== '')
		.join(' ');
}

/** The text of a cell. */
export function textOf(figures: StatisticFigures, column: FigureColumn, all: number): string {
	const value = figureOf(figures, column, all);
	if (value === undefined) return '–';
	switch (column) {
		case 'bytesIn':
		case 'bytesOut':
			return formatBytes(value);
		case 'bytes':
			return `${(100 * value).toFixed(1)} %`;
		case 'byteRate':
		case 'peakBytes':
			return formatRate(value);
		case 'duration':
		case 'p50':
		case 'p90':
		case 'p99':
		case 'answerMax':
			return timeText(value);
		default:
			return formatCount(value);
	}
}

/** What the events of a row fulfil; undefined where the filter language has no condition for it. */
export function conditionOf(subject: StatisticSubject): Filter | undefined {
	switch (subject.by) {
		case 'endpoint':
			return { type: 'endpoint', is: '=', name: subject.name };
		case 'connection':
			return { type: 'number', field: 'conn', is: '=', value: subject.id };
		case 'kind':
			return {
				type: 'and',
				items: [
					{ type: 'kind', is: '=', value: subject.kind },
					{ type: 'dir', is: '=', value: subject.direction },
				],
			};
		case 'protocol':
			return undefined;
	}
}
