import { messageOf } from '../../../common/contract/base/message-of.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { session } from '../../app/state/host/session.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { dialogWords } from '../../words/dialogs.ts';
import { loadReader } from './command-line.ts';

/**
 * Creates, stopped, what a command line makes, under free names, as one change; ports and paths stay as they are written.
 * Returns why it did not, and then has created nothing, in a sentence.
 */
export async function createFromCommand(line: string): Promise<string | undefined> {
	try {
		const { readCommand, takingAll } = await loadReader();
		const found = readCommand(line);
		const all = found === undefined ? undefined : takingAll(found);
		if (all === undefined || all.parts.length === 0) return dialogWords().gallery.command.nothing;
		const before = new Set(useWorkbench.getState().endpoints.keys());
		await session.call('workspaceTakeParts', all);
		// The host sends the new endpoints before it answers the call.
		const made = [...useWorkbench.getState().endpoints.keys()].filter((id) => !before.has(id));
		if (made.length > 0) useSelection.getState().selectEndpoint(made.at(-1));
		return undefined;
	} catch (error) {
		return messageOf(error);
	}
}
