import type { SendFailure, Sending } from '../../../../common/contract/calls/sending.ts';
import { formatBytes, formatCount, formatShort } from '../../../app/shared/format.ts';
import { words } from '../../../words/index.ts';

/** Maximum number of failures named in a line. */
const MOST_NAMED = 3;

/** What is sent, and its destination. */
export function sendingTitle({ what, name, connections, repeat }: Sending, endpoint: string): string {
	const text = words().sendings;
	const to = connections > 1 ? text.several(endpoint, connections) : endpoint;
	if (what === 'file') return text.file(name, to);
	if (what === 'message') return text.message(to);
	return repeat?.intervalMs === 0 ? text.repeatFast(to) : text.repeat(to, repeat?.intervalMs ?? 0);
}

/** Its progress, or its result. Counts are exact once it has ended. */
export function sendingText(sending: Sending): string {
	const { state, error, repeat } = sending;
	const text = words().sendings;
	const parts = repeat === undefined ? [bytesText(sending)] : repeatParts(sending, repeat);
	return text.result(parts.join(text.and), text.ends[state], error?.message ?? '');
}

/** Parts of the whole that are taken, from 0 to 1; undefined without an end. */
export function sendingShare({ messages, bytes, total, connections, repeat }: Sending): number | undefined {
	if (repeat === undefined) return total === undefined ? undefined : bytes / Math.max(1, total);
	return repeat.count === 0 ? undefined : messages / (repeat.count * connections);
}

function bytesText({ state, bytes, total }: Sending): string {
	const text = words().sendings;
	if (total === undefined) return text.sent(formatBytes(bytes));
	if (state === 'running' || bytes === total) return text.sentOf(formatBytes(bytes), formatBytes(total));
	return text.bytesOf(bytes, total);
}

function repeatParts(
	{ state, messages, partBytes, connections }: Sending,
	{ count, intervalMs, rate, meanLateMs, maxLateMs }: NonNullable<Sending['repeat']>,
): string[] {
	const { sendings: text, units } = words();
	const amount = formatCount(messages);
	const sent = [count === 0 ? text.sent(amount) : text.sentOf(amount, formatCount(count * connections))];
	// While it runs the next message is always on its way.
	if (state !== 'running' && partBytes > 0) sent.push(text.ofNext(partBytes));
	const pace = units.perSecond(formatShort(rate));
	if (intervalMs === 0) return [...sent, pace];
	return [...sent, pace, text.late(meanLateMs.toFixed(1), maxLateMs.toFixed(1))];
}

/** The failed connections, and why; undefined when none did. */
export function failuresText({ failed, failures, connections }: Pick<Sending, 'failed' | 'failures' | 'connections'>) {
	if (failures === 0 || connections === 1) return undefined;
	const text = words().sendings;
	const more = failures - MOST_NAMED;
	return more > 0
		? text.failedMore(failures, connections, named(failed), more)
		: text.failed(failures, connections, named(failed));
}

/** The first ones, each with its reason. */
export function named(failed: readonly SendFailure[]): string {
	const text = words().sendings;
	return failed
		.slice(0, MOST_NAMED)
		.map(({ connection, error }) => text.failure(connection, error.message.replace(/[.。]$/, '')))
		.join(text.and);
}
