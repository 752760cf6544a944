/** Everything that the page can reach in the host: a port, and the path of a file. See api.ts. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { CHANNELS, type CommandMessage, type OpenFileMessage, type PortMessage, type PreloadApi } from './api.ts';

// Electron runs a preload in subframes only when configured to; this check protects even then.
if (window === window.top) {
	ipcRenderer.on(CHANNELS.port, (event, id: string) => {
		window.postMessage({ type: CHANNELS.port, id } satisfies PortMessage, window.location.origin, event.ports);
	});
	ipcRenderer.on(CHANNELS.command, (_event, command: CommandMessage['command']) => {
		window.postMessage({ type: CHANNELS.command, command } satisfies CommandMessage, window.location.origin);
	});
	ipcRenderer.on(CHANNELS.openFile, (_event, path: string) => {
		window.postMessage({ type: CHANNELS.openFile, path } satisfies OpenFileMessage, window.location.origin);
	});
	contextBridge.exposeInMainWorld('wirebench', {
		requestPort: (id: string) => ipcRenderer.send(CHANNELS.requestPort, id),
		pathForFile: (file: File) => webUtils.getPathForFile(file),
	} satisfies PreloadApi);
}
