/** Starts the launcher as `npm start` does, on a machine with another root folder and with another package of Electron. */
import { launch } from './launch.mjs';
import { thisMachine } from './machine.mjs';

const [root, packageFolder, stallMs, ...args] = process.argv.slice(2);
await launch(args, {
	machine: { ...thisMachine(), root, uid: 1000 },
	packageFolder,
	stallMs: Number(stallMs),
});
