import { same } from '../json/without-defaults.ts';
import { connectionsOf, type Sequence } from './test-schema.ts';

/** Whether two tests do the same: results of one are also the other's. */
export function sameTest(one: Sequence, other: Sequence): boolean {
	// The first connection is that of steps that name none: their order counts.
	return same(one, other) && same(connectionsOf(one), connectionsOf(other));
}
