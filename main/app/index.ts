export { type App, type AppOptions, createApp } from './create-app.ts';
export { defaultDataFolder } from './data-folder.ts';
export type { SettingsStore } from './settings-store.ts';
