import type { MessagePort } from 'node:worker_threads';
import type { ScriptFault } from '../../../common/contract/config/script.ts';
import { openWorld } from './interpreter.ts';
import { Loop } from './loop.ts';
import type { FromThread, ScriptThreadData, ToThread } from './messages.ts';
import { Outgoing } from './outgoing.ts';
import { Sandbox } from './sandbox.ts';
import { faultOf, SCRIPT_NAME } from './where.ts';

/** Enough to read any script of the permitted size. */
const READING_MIB = 128;

/** The life of a script's thread: it reads a script, or runs it and answers what comes in until it is ended. */
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
		// Of a thread: it ends alone, between two calls of the script.
		if (message === 'end') process.exit();
		loop.take(message);
	});
}

/** What the interpreter cannot read of a script; nothing of it runs. */
async function read(interpreter: ArrayBuffer, source: string): Promise<ScriptFault | undefined> {
	const { context } = await openWorld(interpreter, READING_MIB, () => false);
	const result = context.evalCode(source, SCRIPT_NAME, { strict: true, compileOnly: true });
	if (!result.error) return undefined;
	// The interpreter's own error: no code of the script is in it.
	const text = (name: string) => context.getProp(result.error, name).consume((handle) => context.getString(handle));
	return faultOf(`${text('name')}: ${text('message')}\0${text('stack')}`);
}
