import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import type { ScriptFault } from '../../../../common/contract/calls/script.ts';
import { session } from '../../../app/state/host/session.ts';
import type { Ran } from './ran.ts';

/** What is wrong with a script: it cannot be read, or it failed when it ran. */
export interface Problem extends ScriptFault {
	readonly when: 'read' | 'ran';
}

/** What is wrong with a script; undefined also where the host cannot be asked, which the page tells elsewhere. */
export async function problemOf(source: string, ran: Ran | undefined): Promise<Problem | undefined> {
	if (source === '') return undefined;
	try {
		const { fault } = await session.call('scriptCheck', { source });
		if (fault !== undefined) return { ...fault, when: 'read' };
	} catch (error) {
		if (!(error instanceof WirebenchError)) throw error;
	}
	return ran?.source === source ? { ...ran.fault, when: 'ran' } : undefined;
}
