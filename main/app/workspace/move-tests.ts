import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Said } from '../../../common/words/sentence/said.ts';
import { withTestsOf } from '../../../common/workspace/index.ts';
import { startSays } from '../sentences/start-says.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { WorkspaceStore } from './workspace-store.ts';

/**
 * Moves tests that an earlier version has kept in the settings into the workspace, once. They leave the settings when the
 * file of the workspace has them; where it cannot be written, the next start tries again.
 * Resolves to notes for people.
 */
export async function moveTests(settings: SettingsStore, workspace: WorkspaceStore): Promise<Said[]> {
	const { sequences } = settings.current();
	if (sequences.length === 0) return [];
	const { contents } = workspace;
	try {
		contents.change({ tests: withTestsOf(contents.parts.tests, sequences) });
		workspace.touch();
		if (!(await workspace.save())) return [startSays('testsMoveLater')];
		await settings.update({ sequences: [] });
		return [startSays('testsMoved', { count: sequences.length })];
	} catch (error) {
		if (!(error instanceof WirebenchError)) throw error;
		return [startSays('testsStay', { why: error })];
	}
}
