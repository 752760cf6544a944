export { type App, createApp } from './create-app.ts';
export { defaultDataFolder } from './folders/data-folder.ts';
