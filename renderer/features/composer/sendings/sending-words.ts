import type { SendFailure, Sending } from '../../../../common/contract/calls/sending.ts';
import { formatBytes, formatCount, formatCounted, formatShort } from '../../../app/shared/format.ts';

/** Maximum number of failures named in a line. */
const MOST_NAMED = 3;

/** What is sent, and its destination. */
export function sendingTitle({ what, name, connections, repeat }: Sending, endpoint: string): string {
	const to = connections > 1 ? `${endpoint}, ${formatCount(connections)} connections` : endpoint;
	if (what === 'file') return `${name} to ${to}:`;
	if (what === 'message') return `Message to ${to}:`;
	return repeat?.intervalMs === 0
		? `Repeat to ${to}, as fast as it can:`
		: `Repeat to ${to}, every ${repeat?.intervalMs ?? 0} ms:`;
}

const ENDS: Readonly<Record<Sending['state'], string>> = {
	running: '',
	done: 'Done.',
	stopped: 'Stopped.',
	failed: 'Failed.',
};

/** Its progress, or its result. Counts are exact once it has ended. */
export function sendingText(sending: Sending): string {
	const { state, error, repeat } = sending;
	const parts = repeat === undefined ? [bytesText(sending)] : repeatParts(sending, repeat);
	const end = [ENDS[state], error?.message].filter(Boolean).join(' ');
	return [`${parts.join(', ')}.`, end].filter(Boolean).join(' ');
}

/** Parts of the whole that are taken, from 0 to 1; undefined without an end. */
export function sendingShare({ messages, bytes, total, connections, repeat }: Sending): number | undefined {
	if (repeat === undefined) return total === undefined ? undefined : bytes / Math.max(1, total);
	return repeat.count === 0 ? undefined : messages / (repeat.count * connections);
}

function bytesText({ state, bytes, total }: Sending): string {
	if (total === undefined) return `${formatBytes(bytes)} sent`;
	if (state === 'running' || bytes === total) return `${formatBytes(bytes)} of ${formatBytes(total)} sent`;
	return `${formatCount(bytes)} of ${formatCounted(total, 'byte')} sent`;
}

function repeatParts(
	{ state, messages, partBytes, connections }: Sending,
	{ count, intervalMs, rate, meanLateMs, maxLateMs }: NonNullable<Sending['repeat']>,
): string[] {
	const of = count === 0 ? '' : ` of ${formatCount(count * connections)}`;
	const sent = [`${formatCount(messages)}${of} sent`];
	// While it runs the next message is always on its way.
	if (state !== 'running' && partBytes > 0) sent.push(`and ${formatCounted(partBytes, 'byte')} of the next`);
	const pace = `${formatShort(rate)}/s`;
	if (intervalMs === 0) return [...sent, pace];
	return [...sent, pace, `late by ${meanLateMs.toFixed(1)} ms on average, ${maxLateMs.toFixed(1)} ms at most`];
}

/** The failed connections, and why; undefined when none did. */
export function failuresText({ failed, failures, connections }: Pick<Sending, 'failed' | 'failures' | 'connections'>) {
	if (failures === 0 || connections === 1) return undefined;
	const more = failures > MOST_NAMED ? `, and ${formatCount(failures - MOST_NAMED)} more` : '';
	return `${formatCount(failures)} of ${formatCount(connections)} connections failed: ${named(failed)}${more}.`;
}

/** The first ones, each with its reason. */
export function named(failed: readonly SendFailure[]): string {
	return failed
		.slice(0, MOST_NAMED)
		.map(({ connection, error }) => `#${connection} (${error.message.replace(/\.$/, '')})`)
		.join(', ');
}
