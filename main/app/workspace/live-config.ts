import { type EndpointConfig, optionsOf } from '../../../common/endpoints/index.ts';
import { same } from '../../../common/json/without-defaults.ts';
import type { Engine } from '../../engine/core/types.ts';
import { appError } from '../sentences/app-error.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The parts of a config that can be changed while the endpoint runs, each with how. */
const LIVE: Readonly<Record<string, (engine: Engine, id: string, to: EndpointConfig) => unknown>> = {
	charset: (engine, id, to) => engine.setCharset(id, to.charset),
	decodeAs: (engine, id, to) => engine.setDecodeAs(id, to.decodeAs),
	framing: setFraming,
	framingOut: setFraming,
	responder: (engine, id, to) => ('responder' in to ? engine.setResponder(id, to.responder) : undefined),
	faults: (engine, id, to) => ('faults' in to ? engine.setFaults(id, undefined, to.faults) : undefined),
	options: setOptions,
	noDelay: setOptions,
	ledger: (engine, id, to) => engine.setLedger(id, 'ledger' in to ? to.ledger : undefined),
};

function setFraming(engine: Engine, id: string, to: EndpointConfig): void {
	if (!('framing' in to)) return;
	const { framing, framingOut } = to;
	engine.setFraming(id, framingOut === undefined ? { framing } : { framing, framingOut });
}

function setOptions(engine: Engine, id: string, to: EndpointConfig): void {
	engine.setOptions(id, { options: optionsOf(to), noDelay: 'noDelay' in to ? to.noDelay : undefined });
}

function differing(from: Fields, to: Fields): string[] {
	return [...new Set([...Object.keys(from), ...Object.keys(to)])].filter((key) => !same(from[key], to[key]));
}

/** Throws `wrong-state` where a running endpoint has to be stopped for this change. */
export function assertLive(from: EndpointConfig, to: EndpointConfig): void {
	if (differing(from, to).every((key) => Object.hasOwn(LIVE, key))) return;
	throw appError('wrong-state', 'stopFirst', { name: from.name });
}

/** Changes a running endpoint, for which `assertLive` holds. */
export async function changeLive(engine: Engine, id: string, from: EndpointConfig, to: EndpointConfig): Promise<void> {
	const setters = new Set(differing(from, to).map((key) => LIVE[key]));
	for (const set of setters) await set?.(engine, id, to);
}
