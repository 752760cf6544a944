import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import type { Framing } from '../../../../common/contract/config/framing.ts';
import type { Numbering } from '../../../../common/contract/config/numbering.ts';
import {
	commandLineOf,
	type EndpointConfig,
	type EndpointKind,
	endpointConfigSchema,
	hasField,
	isProxy,
	namesOf,
	type Serve,
} from '../../../../common/endpoints/index.ts';
import { validated } from '../../../../common/json/validated.ts';
import { charsetOf } from '../../../../common/payload/index.ts';
import { findPreset, type Preset, presets } from '../../../../common/presets/index.ts';
import { answering } from '../../../../common/words/en/cli/answering.ts';
import { spoken } from '../terminal/language.ts';
import { type AnswerChoices, chosenResponder } from './answers.ts';
import type { CharsetChoice } from './charset.ts';
import type { SocketUrl } from './url.ts';

const words = () => spoken('answering', answering);

/** Options for an endpoint besides its address. */
export interface EndpointChoices extends AnswerChoices, CharsetChoice {
	readonly preset?: string | undefined;
	readonly framing?: Framing | undefined;
	readonly name?: string | undefined;
	/** Which numbered messages to match; true for those with a header. */
	readonly ledger?: Numbering | true | undefined;
	readonly serve?: Serve | undefined;
	/** For a proxy. */
	readonly target?: { readonly host: string; readonly port: number } | undefined;
}

/** The preset with this id. Throws `bad-input` where there is none. */
export function presetNamed(id: string): Preset {
	const preset = findPreset(id);
	if (preset !== undefined) return preset;
	const ids = presets.map((each) => each.id).join(', ');
	throw new WirebenchError('bad-input', words().noPreset(id, ids));
}

/** The same for one kind of endpoint. Throws also where it has another kind than `wanted`. */
export function presetFor(id: string, wanted: EndpointKind): Preset {
	const preset = presetNamed(id);
	const { kind } = preset.config;
	if (kind !== wanted) {
		throw new WirebenchError('bad-input', words().otherPreset(id, namesOf(kind).noun, usageOf(kind)));
	}
	return preset;
}

/** The command that creates an endpoint of a kind, with the form of its addresses. */
function usageOf(kind: EndpointKind): string {
	const { commands, scheme } = commandLineOf(kind);
	return [commands[0], scheme.form, ...(isProxy(kind) ? [scheme.form] : [])].join(' ');
}

/** A preset, or an endpoint without rules, at the given address, with the options applied. */
export function endpointConfig(
	kind: EndpointKind,
	{ protocol: _, ...place }: SocketUrl,
	choices: EndpointChoices,
): EndpointConfig {
	const preset = choices.preset === undefined ? undefined : presetFor(choices.preset, kind);
	if (choices.framing !== undefined && !hasField(kind, 'framing')) {
		throw new WirebenchError('bad-input', words().datagramFraming);
	}
	if (choices.serve !== undefined && !hasField(kind, 'serve')) {
		const { title } = namesOf(kind);
		throw new WirebenchError('bad-input', words().noServe(title));
	}
	const before = preset !== undefined && 'responder' in preset.config ? preset.config.responder : undefined;
	const charset = charsetOf({ charset: choices.charset ?? preset?.config.charset });
	const responder = chosenResponder(choices, before, charset);
	return validated(endpointConfigSchema, {
		kind,
		name: commandLineOf(kind).name,
		...preset?.config,
		...place,
		...(choices.target === undefined ? {} : { target: choices.target }),
		...(choices.name === undefined ? {} : { name: choices.name }),
		...(choices.ledger === undefined ? {} : { ledger: choices.ledger === true ? { type: 'header' } : choices.ledger }),
		...(choices.charset === undefined ? {} : { charset: choices.charset }),
		...(choices.framing === undefined ? {} : { framing: choices.framing }),
		...(choices.serve === undefined ? {} : { serve: choices.serve }),
		...(responder === undefined ? {} : { responder }),
	});
}
