export { type App, createApp } from './create-app.ts';
export { defaultDataFolder } from './data-folder.ts';
