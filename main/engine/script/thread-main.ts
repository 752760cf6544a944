import type { MessagePort } from 'node:worker_threads';
import type { ScriptFault } from '../../../common/contract/config/script.ts';
import { openWorld } from './interpreter.ts';
import { Loop } from './loop.ts';
import type { FromThread, ScriptThreadData, ToThread } from './messages.ts';
import { Outgoing } from './outgoing.ts';
import { Sandbox } from './sandbox.ts';
import { faultOf, SCRIPT_NAME } from './where.ts';

/** Enough to parse any script of the permitted size. */
const READING_MIB = 128;

/** The main function of a script thread: it parses a script, or runs it and answers events until it is ended. */
export async function runThread(port: MessagePort, { interpreter, source, limits }: ScriptThreadData): Promise<void> {
	const post = (message: FromThread, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);
	post({ kind: 'loading' });
	if (limits === undefined) {
		const fault = await read(interpreter, source);
		post(fault === undefined ? { kind: 'read' } : { kind: 'refused', fault });
		return;
	}
	const outgoing = new Outgoing(post);
	const loop = new Loop(outgoing, () => port.close());
	const fault = loop.load(await Sandbox.open(interpreter, limits, loop.ask), source);
	if (fault !== undefined) {
		post({ kind: 'refused', fault });
		return;
	}
	post({ kind: 'ready' });
	outgoing.flush();
	port.on('message', (message: ToThread) => {
		// In a thread: it exits alone, between two calls of the script.
		if (message === 'end') process.exit();
		loop.take(message);
	});
}

/** The syntax error of a script; the script does not run. */
async function read(interpreter: ArrayBuffer, source: string): Promise<ScriptFault | undefined> {
	const { context } = await openWorld(interpreter, READING_MIB, () => false);
	const result = context.evalCode(source, SCRIPT_NAME, { strict: true, compileOnly: true });
	if (!result.error) return undefined;
	// The interpreter's own error: it involves no code of the script.
	const text = (name: string) => context.getProp(result.error, name).consume((handle) => context.getString(handle));
	return faultOf(`${text('name')}: ${text('message')}\0${text('stack')}`);
}
