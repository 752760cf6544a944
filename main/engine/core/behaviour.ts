import type { StreamFraming } from '../../../common/contract/config/framing.ts';
import type { Script } from '../../../common/contract/config/script.ts';
import type { EndpointConfig } from '../../../common/endpoints/index.ts';
import { compileFraming, type Framer } from '../../../common/framing/index.ts';
import { charsetOf } from '../../../common/payload/index.ts';
import type { CharsetName } from '../../../common/payload/schema.ts';
import { type CompiledResponder, compileResponder, structuresIn } from '../../../common/responder/index.ts';
import { type Programs, programsNamed } from '../../../common/structure/index.ts';
import { RuleThread } from '../rules/rule-thread.ts';

/** How an endpoint handles received data, compiled once for all its connections. */
export interface Behaviour {
	readonly responder: CompiledResponder;
	/** Applies the responder to messages that are too expensive for the socket thread. */
	readonly ruleThread: RuleThread;
	/** False when there is neither a rule nor a script, so that no message must be matched. */
	readonly answers: boolean;
	/** Replaces the responder. */
	readonly script: Script | undefined;
	/** A framer for one stream. */
	readonly createFramer: () => Framer;
}

/** Fails with `bad-input` and the path and position of the fault. `programs`: the structures that it can name. */
export function compileBehaviour(config: EndpointConfig, programs: Programs): Behaviour {
	const charset = charsetOf(config);
	const { script, ...rules } = 'responder' in config ? config.responder : { rules: [] };
	const responder = script === undefined ? rules : { rules: [] };
	return {
		responder: compileResponder(responder, 'responder', charset, programs),
		ruleThread: new RuleThread({
			type: 'responder',
			responder,
			charset,
			programs: programsNamed(structuresIn(responder), programs),
		}),
		answers: script !== undefined || rules.rules.length > 0,
		script,
		createFramer: compileStreamFraming('framing' in config ? config : { framing: { type: 'none' } }, charset),
	};
}

/** The framers for received data, after both directions were validated. Fails as `compileBehaviour` does. */
export function compileStreamFraming({ framing, framingOut }: StreamFraming, charset: CharsetName): () => Framer {
	if (framingOut !== undefined) compileFraming(framingOut, 'framingOut', charset);
	return compileFraming(framing, 'framing', charset);
}
