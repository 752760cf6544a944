export { type BrowserHost, startBrowserHost } from './host.ts';
