import { WirebenchError } from '../../../../../common/contract/base/errors.ts';
import type { ScriptFault } from '../../../../../common/contract/config/script.ts';
import { session } from '../../../../app/state/host/session.ts';
import type { Ran } from './ran.ts';

/** A fault of a script: a syntax error, or an error when it ran. */
export interface Problem extends ScriptFault {
	readonly when: 'read' | 'ran';
}

/** The fault of a script; undefined also where the host cannot be reached, which the page reports elsewhere. */
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
