import type { EndpointConfig } from '../../common/contract/endpoint.ts';
import { compileFraming, type Framer } from '../../common/framing/index.ts';
import { type CompiledResponder, compileResponder } from '../../common/responder/index.ts';

/** What an endpoint does with what comes, made ready once for all its connections. */
export interface Behaviour {
	readonly responder: CompiledResponder;
	/** False when there is no rule, so that nothing need be cut or matched. */
	readonly answers: boolean;
	/** A framer for one stream; undefined where each read is a message. */
	readonly createFramer: (() => Framer) | undefined;
}

/** Fails with `bad-input` and the path and position of what does not compile. */
export function compileBehaviour(config: EndpointConfig): Behaviour {
	const framed = config.kind !== 'udp' && config.framing.type !== 'none';
	return {
		responder: compileResponder(config.responder),
		answers: config.responder.rules.length > 0,
		createFramer: framed ? compileFraming(config.framing) : undefined,
	};
}
