import type { EndpointConfig, StreamFraming } from '../../common/contract/endpoint.ts';
import { compileFraming, type Framer } from '../../common/framing/index.ts';
import { type CompiledResponder, compileResponder } from '../../common/responder/index.ts';
import { datagramRewriters, laneMakers } from './proxy/lane-makers.ts';
import { assertPossible } from './set-faults.ts';

/** What an endpoint does with what comes, made ready once for all its connections. */
export interface Behaviour {
	readonly responder: CompiledResponder;
	/** False when there is no rule, so that nothing need be matched. */
	readonly answers: boolean;
	/** A framer for one stream. */
	readonly createFramer: () => Framer;
}

/** Fails with `bad-input` and the path and position of what does not compile. */
export function compileBehaviour(config: EndpointConfig): Behaviour {
	if ('faults' in config) assertPossible(config.kind, config.faults);
	if (config.kind === 'tcp-proxy') laneMakers(config);
	if (config.kind === 'udp-proxy') datagramRewriters(config);
	const responder = 'responder' in config ? config.responder : { rules: [] };
	return {
		responder: compileResponder(responder),
		answers: responder.rules.length > 0,
		createFramer: compileStreamFraming('framing' in config ? config : { framing: { type: 'none' } }),
	};
}

/** The framers of what peers send, after both directions were checked. Fails as `compileBehaviour` does. */
export function compileStreamFraming({ framing, framingOut }: StreamFraming): () => Framer {
	if (framingOut !== undefined) compileFraming(framingOut, 'framingOut');
	return compileFraming(framing);
}
