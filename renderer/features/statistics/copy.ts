import { figureOf, plainRows } from '../../../common/contract/calls/figures/statistic-cells.ts';
import type { StatisticsState } from '../../../common/contract/calls/figures/statistics.ts';
import { writeClipboard } from '../../app/shared/clipboard.ts';
import { toast, toastError } from '../../app/state/window/toasts.ts';
import { dialogWords } from '../../words/dialogs.ts';
import { words } from '../../words/index.ts';
import { csvText, quoted } from './plot/csv.ts';
import { COLUMNS, endsOf, nameOf, textOf } from './texts.ts';

export const COPY_FORMATS = ['csv', 'text', 'json'] as const;
export type CopyFormat = (typeof COPY_FORMATS)[number];

/** Copies the shown rows and the total. */
export function copyTable(state: StatisticsState, format: CopyFormat): void {
	const { statistics } = dialogWords();
	writeClipboard(tableAs(state, format)).then(
		() => toast({ tone: 'info', title: statistics.copied }),
		(error: unknown) => toastError(statistics.copyFailed, error),
	);
}

export function tableAs(state: StatisticsState, format: CopyFormat): string {
	if (format === 'json') return `${JSON.stringify(plainRows(state), null, 2)}\n`;
	const { total, rows } = state;
	const { statistics: texts } = dialogWords();
	const all = total.bytesIn + total.bytesOut;
	const named = rows.map(({ subject, figures }) => ({
		name: [nameOf(subject, texts, words()), endsOf(subject)].filter((part) => part !== '').join(' '),
		figures,
	}));
	const lines = [...named, { name: texts.total, figures: total }];
	if (format === 'csv') {
		// Names of columns and numbers for programs: the same in every language.
		const cells = lines.map(({ name, figures }) => [
			quoted(name),
			...COLUMNS.map((column) => figureOf(figures, column, all) ?? ''),
		]);
		return csvText([['name', ...COLUMNS], ...cells]);
	}
	const head = [texts.columns.name.name, ...COLUMNS.map((column) => texts.columns[column].name)];
	const cells = lines.map(({ name, figures }) => [name, ...COLUMNS.map((column) => textOf(figures, column, all))]);
	return [head, ...cells].map((line) => `${line.join('\t')}\n`).join('');
}
