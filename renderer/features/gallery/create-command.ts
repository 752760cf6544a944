import { messageOf } from '../../../common/contract/base/message-of.ts';
import { freeName } from '../../app/shared/free.ts';
import { createEndpoint } from '../../app/state/endpoints/endpoint-actions.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { savePayload, usePayloads } from '../../app/state/templates/payloads.ts';
import { loadReader } from './command-line.ts';

/**
 * Creates, stopped, what a command line makes, under free names; ports and paths stay as they are written. Returns why
 * it did not, in a sentence.
 */
export async function createFromCommand(line: string): Promise<string | undefined> {
	try {
		const found = (await loadReader()).readCommand(line);
		if (found === undefined || found.endpoints.length + found.payloads.length === 0)
			return 'Nothing can be made of it.';
		for (const config of found.endpoints) {
			const used = new Set([...useWorkbench.getState().endpoints.values()].map((one) => one.config.name));
			await createEndpoint({ ...config, name: freeName(config.name, used) });
		}
		for (const payload of found.payloads) {
			const beside = usePayloads.getState().payloads.filter(({ folder }) => folder === payload.folder);
			await savePayload({ ...payload, name: freeName(payload.name, new Set(beside.map(({ name }) => name))) });
		}
		return undefined;
	} catch (error) {
		return messageOf(error);
	}
}
