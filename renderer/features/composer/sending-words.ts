import type { SendFailure, Sending } from '../../../common/contract/calls/sending.ts';
import { formatBytes, formatCount, formatShort } from '../../app/shared/format.ts';

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

/** Its progress, or its result. */
export function sendingText(sending: Sending): string {
	const { state, messages, bytes, total, repeat, error } = sending;
	const parts =
		repeat === undefined
			? [`${formatBytes(bytes)}${total === undefined ? '' : ` of ${formatBytes(total)}`} sent`]
			: repeatParts(messages, repeat);
	const end = [ENDS[state], error?.message].filter(Boolean).join(' ');
	return [`${parts.join(', ')}.`, end].filter(Boolean).join(' ');
}

function repeatParts(messages: number, repeat: NonNullable<Sending['repeat']>): string[] {
	const { planned, intervalMs, rate, meanLateMs, maxLateMs } = repeat;
	const sent = `${formatCount(messages)} sent`;
	if (intervalMs === 0) return [sent, `${formatShort(rate)}/s`];
	const late = `late by ${meanLateMs.toFixed(1)} ms on average, ${maxLateMs.toFixed(1)} ms at most`;
	return [`${sent} of ${formatCount(planned)} planned`, `${formatShort(rate)}/s`, late];
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
