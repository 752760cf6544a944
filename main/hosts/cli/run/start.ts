import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import type { EndpointState } from '../../../../common/contract/calls/workbench.ts';
import { running } from '../../../../common/words/en/cli/running.ts';
import type { Engine } from '../../../app/headless.ts';
import { say } from '../terminal/console.ts';
import { errorTexts, gapAfter, spoken } from '../terminal/language.ts';

const words = () => spoken('running', running);

interface StartOptions {
	/** Uses the next free port where its own is in use, and reports it on stderr. */
	readonly nextPort?: boolean | undefined;
}

/** Starts an endpoint. A `stop` before it runs ends the attempt and returns undefined. */
export async function startEndpoint(
	engine: Engine,
	id: string,
	stop: Promise<unknown>,
	{ nextPort = false }: StartOptions = {},
): Promise<EndpointState | undefined> {
	let over = false;
	let asked = false;
	void stop.then(() => {
		asked = true;
		return over ? undefined : engine.stop(id);
	});
	try {
		const state = await (nextPort ? startOnFreePort(engine, id) : engine.start(id));
		return asked ? undefined : state;
	} catch (error) {
		if (asked) return undefined;
		throw error;
	} finally {
		over = true;
	}
}

async function startOnFreePort(engine: Engine, id: string): Promise<EndpointState> {
	try {
		return await engine.start(id);
	} catch (error) {
		const config = engine.endpoint(id)?.config;
		if (!(error instanceof WirebenchError) || config === undefined || !('port' in config)) throw error;
		const { freePort } = error.details;
		if (freePort === undefined) throw error;
		const { message } = errorTexts(error);
		say(`${message}${gapAfter(message)}${words().otherPort(freePort)}`);
		engine.update(id, { ...config, port: freePort });
		return startOnFreePort(engine, id);
	}
}
