import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { WorkspaceStore } from './workspace-store.ts';

/** Moves the saved filters of an earlier version from the settings into the open workspace, before anybody uses it. */
export async function adoptFilters(settings: SettingsStore, workspace: WorkspaceStore): Promise<void> {
	const { filters } = settings.current();
	if (filters.length === 0 || !(await workspace.adopt(filters))) return;
	try {
		await settings.update({ filters: [] });
	} catch (error) {
		// Settings that cannot be stored have them still: the next start finds the same ones in the workspace.
		if (!(error instanceof WirebenchError)) throw error;
	}
}
