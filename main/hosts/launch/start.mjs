/** `npm start`: Electron where it can run, else the browser host, and one line with the reason. */
import { launch } from './launch.mjs';
import { ensureRuntime } from './runtime.mjs';

await ensureRuntime();
await launch(process.argv.slice(2));
