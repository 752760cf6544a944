import { create } from 'zustand';
import { type Settings, settingsSchema } from '../../common/contract/settings.ts';
import { session } from './session.ts';
import { toastError } from './toasts.ts';

/** Settings as the host last told of them, or their defaults while `loaded` is false. */
export type LoadedSettings = Settings & { readonly loaded: boolean };

export const useSettings = create<LoadedSettings>()(() => ({ ...settingsSchema.parse({}), loaded: false }));

/** Changes what is given, at once here and then in the host; a host that cannot store it is told of in a toast. */
export function updateSettings(patch: Partial<Settings>): void {
	useSettings.setState(patch);
	session.call('settingsUpdate', patch).catch((error: unknown) => toastError('The settings were not stored', error));
}

/** Remembers the sizes (percent by pane) of one group of panes. */
export function rememberLayout(group: string, sizes: Readonly<Record<string, number>>): void {
	updateSettings({ layout: { ...useSettings.getState().layout, [group]: { ...sizes } } });
}
