import type { LedgerStream } from '../../../common/contract/calls/loss-report.ts';
import { formatCount } from '../../app/shared/format.ts';

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
	readonly name: string;
	readonly about: string;
	readonly of: (one: LedgerStream) => string;
}[] = [
	{ name: 'From', about: 'Connection', of: ({ connection }) => `#${connection}` },
	{ name: 'Stream', about: 'Id in the headers', of: ({ stream }) => hex(stream) },
	{ name: 'Received', about: 'Messages, repeated ones included', of: ({ received }) => formatCount(received) },
	{
		name: 'Lost',
		about: 'Numbers between the lowest and the highest that have not come',
		of: ({ lost }) => formatCount(lost),
	},
	{ name: 'Outstanding', about: 'Announced numbers before the lowest and after the highest that came', of: missing },
	{ name: 'Repeated', about: 'Came again', of: ({ duplicates }) => formatCount(duplicates) },
	{
		name: 'Reordered',
		about: 'Came after a higher number; by how many at most',
		of: ({ reordered, reorderedBy }) =>
			reordered === 0 ? '0' : `${formatCount(reordered)} (≤ ${formatCount(reorderedBy.max)})`,
	},
	{
		name: 'Late',
		about: 'Too far behind the highest to tell reordered from repeated',
		of: ({ late }) => formatCount(late),
	},
	{ name: 'Delay p50', about: 'Milliseconds', of: ({ delay }) => ms(delay?.percentiles?.p50) },
	{ name: 'p95', about: 'Milliseconds', of: ({ delay }) => ms(delay?.percentiles?.p95) },
	{ name: 'p99', about: 'Milliseconds', of: ({ delay }) => ms(delay?.percentiles?.p99) },
	{ name: 'Mean', about: 'Milliseconds', of: ({ delay }) => ms(delay?.mean) },
	{ name: 'Max', about: 'Milliseconds', of: ({ delay }) => ms(delay?.max) },
	{ name: 'Jitter', about: 'Milliseconds, RFC 3550', of: ({ delay }) => ms(delay?.jitter) },
];

/** A line for each sender. */
export function LossReportTable({ streams }: { readonly streams: readonly LedgerStream[] }) {
	const ahead = Math.max(0, ...streams.map(({ delay }) => -(delay?.min ?? 0)));
	return (
		<>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by arrow keys too */}
			<section className="load-test-scroll" aria-label="Senders" tabIndex={0}>
				<table className="load-test-table">
					<thead>
						<tr>
							{COLUMNS.map(({ name, about }) => (
								<th key={name} scope="col" title={about}>
									{name}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{streams.map((one) => (
							<tr key={`${one.connection} ${one.stream ?? ''}`}>
								{COLUMNS.map(({ name, of }) => (
									<td key={name} data-column={name}>
										{of(one)}
									</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
			</section>
			<p className="load-test-help">Delays in milliseconds.</p>
			{ahead > 0 ? (
				<p className="load-test-error">
					The sender's clock is ahead of this one's by at least {ms(ahead)} ms: delays are by so much too short.
				</p>
			) : null}
		</>
	);
}
