import { useMemo } from 'react';
import type { ScriptFault } from '../../../../../common/contract/config/script.ts';
import { useWorkbench } from '../../../../app/state/endpoints/workbench.ts';

/** A script's runtime error, and its source at that time. */
export interface Ran {
	readonly source: string;
	readonly fault: ScriptFault;
}

/** The last fault of an endpoint's script since its last start. */
export function useRan(id: string | undefined): Ran | undefined {
	const endpoint = useWorkbench((workbench) => (id === undefined ? undefined : workbench.endpoints.get(id)));
	const fault = endpoint?.scriptFault;
	const config = endpoint?.config;
	const source = config !== undefined && 'responder' in config ? config.responder.script?.source : undefined;
	return useMemo(() => (fault === undefined || source === undefined ? undefined : { source, fault }), [fault, source]);
}
