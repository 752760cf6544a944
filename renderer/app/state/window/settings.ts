import { create } from 'zustand';
import { type Settings, settingsSchema } from '../../../../common/contract/calls/settings.ts';
import { words } from '../../../words/index.ts';
import { session } from '../host/session.ts';
import { toastError } from './toasts.ts';

/** The host's settings, or the defaults while `loaded` is false. */
export type LoadedSettings = Settings & { readonly loaded: boolean };

export const useSettings = create<LoadedSettings>()(() => ({ ...settingsSchema.parse({}), loaded: false }));

/** Pending changes of each setting. */
const underway = new Map<string, number>();
/** The host's latest settings. */
let fromHost: Settings | undefined;

/** Applies the host's settings. Settings with pending local changes keep the local value, which is newer. */
export function takeSettings(settings: Settings): void {
	fromHost = settings;
	const newer = Object.entries(useSettings.getState()).filter(([name]) => underway.has(name));
	useSettings.setState({ ...settings, ...Object.fromEntries(newer), loaded: true });
}

/** Applies changes here at once and then in the host; if the host cannot store them, a toast reports it. */
export function updateSettings(patch: Partial<Settings>): void {
	for (const name of Object.keys(patch)) underway.set(name, (underway.get(name) ?? 0) + 1);
	useSettings.setState(patch);
	void store(patch);
}

async function store(patch: Partial<Settings>): Promise<void> {
	try {
		await session.call('settingsUpdate', patch);
	} catch (error) {
		toastError(words().notices.settingsNotStored, error);
	}
	for (const name of Object.keys(patch)) {
		const left = (underway.get(name) ?? 1) - 1;
		if (left > 0) underway.set(name, left);
		else underway.delete(name);
	}
	if (fromHost !== undefined) takeSettings(fromHost);
}
