import type { LedgerStream } from '../../../common/contract/calls/loss-report.ts';
import type { DialogWords } from '../../../common/words/en-dialogs.ts';
import { formatCount } from '../../app/shared/format.ts';
import { useDialogWords } from '../../words/dialogs.ts';

/** Nanoseconds as milliseconds with three decimals. */
function ms(nanoseconds: number | undefined): string {
	return nanoseconds === undefined ? '–' : (nanoseconds / 1e6).toFixed(3);
}

function hex(stream: number | undefined): string {
	return stream === undefined ? '–' : stream.toString(16).padStart(8, '0');
}

/** Missing numbers at both ends of the announced range. */
function missing({ missingBefore, missingAfter }: LedgerStream): string {
	return missingBefore === undefined || missingAfter === undefined ? '–' : formatCount(missingBefore + missingAfter);
}

const COLUMNS: readonly {
	readonly id: keyof DialogWords['lossReport']['columns'];
	readonly of: (one: LedgerStream) => string;
}[] = [
	{ id: 'from', of: ({ connection }) => `#${connection}` },
	{ id: 'stream', of: ({ stream }) => hex(stream) },
	{ id: 'received', of: ({ received }) => formatCount(received) },
	{
		id: 'lost',
		of: ({ lost }) => formatCount(lost),
	},
	{ id: 'outstanding', of: missing },
	{ id: 'repeated', of: ({ duplicates }) => formatCount(duplicates) },
	{
		id: 'reordered',
		of: ({ reordered, reorderedBy }) =>
			reordered === 0 ? '0' : `${formatCount(reordered)} (≤ ${formatCount(reorderedBy.max)})`,
	},
	{
		id: 'late',
		of: ({ late }) => formatCount(late),
	},
	{ id: 'p50', of: ({ delay }) => ms(delay?.percentiles?.p50) },
	{ id: 'p95', of: ({ delay }) => ms(delay?.percentiles?.p95) },
	{ id: 'p99', of: ({ delay }) => ms(delay?.percentiles?.p99) },
	{ id: 'mean', of: ({ delay }) => ms(delay?.mean) },
	{ id: 'max', of: ({ delay }) => ms(delay?.max) },
	{ id: 'jitter', of: ({ delay }) => ms(delay?.jitter) },
];

/** A line for each sender. */
export function LossReportTable({ streams }: { readonly streams: readonly LedgerStream[] }) {
	const text = useDialogWords().lossReport;
	const ahead = Math.max(0, ...streams.map(({ delay }) => -(delay?.min ?? 0)));
	return (
		<>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by arrow keys too */}
			<section className="load-test-scroll" aria-label={text.senders} tabIndex={0}>
				<table className="load-test-table">
					<thead>
						<tr>
							{COLUMNS.map(({ id }) => (
								<th key={id} scope="col" title={text.columns[id].about}>
									{text.columns[id].name}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{streams.map((one) => (
							<tr key={`${one.connection} ${one.stream ?? ''}`}>
								{COLUMNS.map(({ id, of }) => (
									<td key={id}>{of(one)}</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
			</section>
			<p className="load-test-help">{text.inMs}</p>
			{ahead > 0 ? <p className="load-test-error">{text.ahead(ms(ahead))}</p> : null}
		</>
	);
}
