import { create } from 'zustand';
import { type Settings, settingsSchema } from '../../../../common/contract/calls/settings.ts';
import { session } from '../host/session.ts';
import { toastError } from './toasts.ts';

/** Settings as the host last told of them, or their defaults while `loaded` is false. */
export type LoadedSettings = Settings & { readonly loaded: boolean };

export const useSettings = create<LoadedSettings>()(() => ({ ...settingsSchema.parse({}), loaded: false }));

/** How many changes of each setting are on their way to the host. */
const underway = new Map<string, number>();
/** What the host has told last. */
let told: Settings | undefined;

/** Takes what the host tells. What has been changed here since then stays: it is newer, and on its way. */
export function takeSettings(settings: Settings): void {
	told = settings;
	const newer = Object.entries(useSettings.getState()).filter(([name]) => underway.has(name));
	useSettings.setState({ ...settings, ...Object.fromEntries(newer), loaded: true });
}

/** Changes what is given, at once here and then in the host; a host that cannot store it is told of in a toast. */
export function updateSettings(patch: Partial<Settings>): void {
	for (const name of Object.keys(patch)) underway.set(name, (underway.get(name) ?? 0) + 1);
	useSettings.setState(patch);
	void store(patch);
}

async function store(patch: Partial<Settings>): Promise<void> {
	try {
		await session.call('settingsUpdate', patch);
	} catch (error) {
		toastError('The settings were not stored', error);
	}
	for (const name of Object.keys(patch)) {
		const left = (underway.get(name) ?? 1) - 1;
		if (left > 0) underway.set(name, left);
		else underway.delete(name);
	}
	if (told !== undefined) takeSettings(told);
}

/** Remembers the sizes (percent by pane) of one group of panes. */
export function rememberLayout(group: string, sizes: Readonly<Record<string, number>>): void {
	updateSettings({ layout: { ...useSettings.getState().layout, [group]: { ...sizes } } });
}
