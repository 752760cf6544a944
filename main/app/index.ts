export { type App, createApp } from './create-app.ts';
export { defaultDataFolder } from './folders/data-folder.ts';
export { localClient } from './local-client.ts';
export type { KeyStore } from './workspace/secret-file.ts';
