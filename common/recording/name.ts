import { LIMITS } from '../contract/base/limits.ts';
import type { Recording } from '../contract/calls/recording.ts';

/** What a recorded conversation can become. */
export type RecordedAs = 'test' | 'mock' | 'replay';

/** A name for what a conversation becomes. */
export function recordingName({ endpoint, connection }: Recording, as: RecordedAs): string {
	const name = as === 'mock' ? `Mock of ${endpoint}` : `${endpoint} #${connection}`;
	return name.slice(0, LIMITS.nameChars);
}
