import { LIMITS } from '../contract/base/limits.ts';
import type { Recording } from '../contract/calls/recording.ts';

/** A name for what a conversation becomes. */
export function recordingName({ endpoint, connection }: Recording, as: 'test' | 'mock' | 'replay'): string {
	const name = as === 'mock' ? `Mock of ${endpoint}` : `${endpoint} #${connection}`;
	return name.slice(0, LIMITS.nameChars);
}
