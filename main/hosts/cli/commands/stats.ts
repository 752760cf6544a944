import { type Command, InvalidArgumentError, Option } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import {
	FIGURE_COLUMNS,
	type FigureColumn,
	figureOf,
	plainRows,
} from '../../../../common/contract/calls/figures/statistic-cells.ts';
import type {
	StatisticFigures,
	StatisticSubject,
	StatisticsQuery,
	StatisticsState,
} from '../../../../common/contract/calls/figures/statistics.ts';
import {
	STATISTIC_COLUMNS,
	STATISTIC_GROUPS,
	type StatisticColumn,
	type StatisticGroup,
} from '../../../../common/statistics/columns.ts';
import { printing } from '../../../../common/words/en/cli/printing.ts';
import { stored } from '../../../../common/words/en/cli/stored.ts';
import { values } from '../../../../common/words/en/cli/values.ts';
import { cellsOf, padCells } from '../../../../common/words/locale/cells.ts';
import { type CaptureReading, showCapture } from '../../../app/captures/show.ts';
import { addFilterOption, type EventFilter } from '../decoded/event-filter.ts';
import { addStructuresOption, type StructuresChoice } from '../decoded/structures.ts';
import { jsonLines } from '../output/format.ts';
import { openNamed } from '../run/named-capture.ts';
import { say, stderr, stdout } from '../terminal/console.ts';
import { EXIT } from '../terminal/exit-codes.ts';
import { spoken, warningTexts } from '../terminal/language.ts';
import { stopRequested } from '../terminal/signals.ts';

const words = () => spoken('stored', stored).stats;

const TOP = 100;

interface StatsOptions extends StructuresChoice {
	readonly by: StatisticGroup;
	readonly sort: StatisticColumn;
	readonly top: number;
	readonly json?: boolean;
	readonly filter?: EventFilter;
}

/** Prints the statistics of a capture; returns the exit code. */
async function stats(path: string, { by, sort, top, json, filter, structure = [] }: StatsOptions): Promise<number> {
	const over = new AbortController();
	const ended = Promise.race([stdout().ended, stopRequested()]).then(() => over.abort());
	const { capture, warnings, damaged, close } = await openNamed(() => showCapture(path, over.signal));
	try {
		say(...warningTexts(warnings));
		capture.readAs({ structures: structure });
		const query = { by, sort, descending: sort !== 'name', count: top, ...(filter && { filter: filter.text }) };
		const state = await Promise.race([counted(capture, query), ended]);
		stderr().status('');
		if (state === undefined) return EXIT.done;
		stdout().lines(json ? jsonLines(plainRows(state)) : table(state));
		if (state.rows.length < state.groups) say(words().shown(state.rows.length, state.groups));
		if (state.limited) say(words().limited);
		say(...warningTexts(capture.damage()));
		return damaged || capture.damage().length > 0 ? EXIT.failed : EXIT.done;
	} finally {
		await close();
	}
}

/** The state when all events have been scanned. */
async function counted(capture: CaptureReading, query: StatisticsQuery): Promise<StatisticsState> {
	const done = Promise.withResolvers<StatisticsState>();
	const { stored: all } = capture.counters();
	const look = (state: StatisticsState): void => {
		const { scanned, error } = state;
		if (error !== undefined) done.reject(WirebenchError.fromInfo(error));
		else if (scanned >= all) done.resolve(state);
		else stderr().status(`${scanned} / ${all}`);
	};
	const run = capture.follow('captureStatistics', query, look);
	look(run.snapshot);
	try {
		return await done.promise;
	} finally {
		run.dispose();
	}
}

/** Columns in which the numbers are aligned. */
function table({ total, rows }: StatisticsState): string[] {
	const { columns, total: all } = words();
	const bytes = total.bytesIn + total.bytesOut;
	const line = (name: string, figures: StatisticFigures) => [
		name,
		...FIGURE_COLUMNS.map((column) => cell(figures, column, bytes)),
	];
	const lines = [
		[columns.name, ...FIGURE_COLUMNS.map((column) => columns[column])],
		...rows.map(({ subject, figures }) => line(nameOf(subject), figures)),
		line(all, total),
	];
	const widths = (lines[0] ?? []).map((_, i) => Math.max(...lines.map((cells) => cellsOf(cells[i] ?? ''))));
	return lines.map((cells) =>
		cells
			.map((text, i) => {
				const room = widths[i] ?? 0;
				return i === 0 ? padCells(text, room) : `${' '.repeat(Math.max(0, room - cellsOf(text)))}${text}`;
			})
			.join('  ')
			.trimEnd(),
	);
}

function cell(figures: StatisticFigures, column: FigureColumn, all: number): string {
	const value = figureOf(figures, column, all);
	if (value === undefined) return '';
	switch (column) {
		case 'bytes':
			return `${(100 * value).toFixed(1)} %`;
		case 'byteRate':
			return String(Math.round(value));
		case 'duration':
			return (value / 1e9).toFixed(3);
		case 'p50':
		case 'p90':
		case 'p99':
		case 'answerMax':
			return (value / 1e6).toFixed(3);
		default:
			return String(value);
	}
}

function nameOf(subject: StatisticSubject): string {
	switch (subject.by) {
		case 'endpoint':
			return subject.name;
		case 'connection':
			return [`#${subject.id}`, subject.endpoint, subject.protocol, subject.local, subject.remote]
				.filter((part) => part !== '')
				.join(' ');
		case 'kind':
			return subject.direction === 'none' ? subject.kind : `${subject.kind} ${subject.direction}`;
		case 'protocol': {
			const { notRecognised, noTransport } = words();
			if (subject.protocol === undefined) return subject.transport === 'other' ? noTransport : subject.transport;
			return `  ${subject.protocol === '' ? notRecognised : subject.protocol}`;
		}
	}
}

function rowCount(text: string): number {
	const most = LIMITS.rowsPerQuery;
	if (/^[1-9]\d{0,3}$/.test(text) && Number(text) <= most) return Number(text);
	throw new InvalidArgumentError(spoken('values', values).wholeRange(1, most));
}

export function addStats(program: Command, done: (code: number) => void): void {
	const texts = words();
	const command = program
		.command('stats')
		.summary(texts.summary)
		.description(texts.description)
		.argument('<path>', spoken('printing', printing).captureFolder)
		.addOption(new Option('--by <group>', texts.by).choices(STATISTIC_GROUPS).default('endpoint'))
		.addOption(new Option('--sort <column>', texts.sort).choices(STATISTIC_COLUMNS).default('bytes'))
		.addOption(new Option('--top <n>', texts.top).argParser(rowCount).default(TOP))
		.option('--json', texts.json);
	addFilterOption(addStructuresOption(command)).action(async (path: string, options: StatsOptions) =>
		done(await stats(path, options)),
	);
}
