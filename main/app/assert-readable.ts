import type { Responder } from '../../common/contract/config/responder.ts';
import { faultError } from '../../common/script/index.ts';
import { checkScript } from '../engine/index.ts';

/** Fails with `bad-input` and the place, below `path`, when the script of a responder has a syntax error. The script does not run. */
export async function assertReadable(responder: Responder | undefined, path: string): Promise<void> {
	const script = responder?.script;
	const fault = script === undefined ? undefined : await checkScript(script.source);
	if (fault === undefined) return;
	throw faultError(fault, `${path}.script.source`);
}
