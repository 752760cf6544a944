import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

/** Which workspace files were open, newest first, and which one the next start opens. */
export class RecentWorkspaces {
	readonly #settings: SettingsStore;
	readonly #remembers: boolean;

	/** @param remembers whether `note` does something: not where somebody else than the person opens files */
	constructor(settings: SettingsStore, remembers = true) {
		this.#settings = settings;
		this.#remembers = remembers;
	}

	/** The file of the last run; undefined: the untitled one. */
	get last(): string | undefined {
		return this.#settings.current().workspaceFile ?? undefined;
	}

	/** This one is open now. Settings that cannot be stored still apply to this run. */
	async note({ path, untitled }: WorkspaceFiles): Promise<void> {
		if (!this.#remembers) return;
		const others = this.#settings.current().recentWorkspaces.filter((other) => other !== path);
		const recentWorkspaces = untitled ? others : [path, ...others].slice(0, LIMITS.recentWorkspaces);
		try {
			await this.#settings.update({ workspaceFile: untitled ? null : path, recentWorkspaces });
		} catch (error) {
			if (!(error instanceof WirebenchError)) throw error;
		}
	}
}
