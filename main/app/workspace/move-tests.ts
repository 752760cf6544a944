import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { withTestsOf } from '../../../common/workspace/index.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { WorkspaceStore } from './workspace-store.ts';

/**
 * Moves tests that an earlier version has kept in the settings into the workspace, once. They leave the settings when the
 * file of the workspace has them; where it cannot be written, the next start tries again.
 * Resolves to sentences for people.
 */
export async function moveTests(settings: SettingsStore, workspace: WorkspaceStore): Promise<string[]> {
	const { sequences } = settings.current();
	if (sequences.length === 0) return [];
	const { contents } = workspace;
	try {
		contents.change({ tests: withTestsOf(contents.parts.tests, sequences) });
		workspace.touch();
		if (!(await workspace.save())) return ['The tests of the settings are in the workspace once it can be saved.'];
		await settings.update({ sequences: [] });
		return [`${sequences.length} tests of the settings are in the workspace now.`];
	} catch (error) {
		if (!(error instanceof WirebenchError)) throw error;
		return [`The tests of the settings stay there: ${error.message}`];
	}
}
