import { create } from 'zustand';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Sentence } from '../../../common/contract/base/sentence.ts';
import type { MessageToFill } from '../../../common/contract/calls/sending.ts';
import { charsetNamed } from '../../../common/payload/index.ts';
import { compileMessage, type TemplateValues } from '../../../common/template/index.ts';
import { type Names, previewValues, randomBytes } from '../../app/state/templates/names.ts';
import type { ReadDraft } from './draft/drafts.ts';

/** Bytes that `{{random}}` and `{{uuid}}` show in the preview, and that are sent along. */
const FIRST_RANDOM = 4096;

interface NextRandom {
	readonly bytes: Uint8Array;
}

/** Random bytes for the next message. */
export const useNextRandom = create<NextRandom>()(() => ({ bytes: randomBytes(FIRST_RANDOM) }));

/** To be called when a message has used them. */
export function renewRandom(): void {
	useNextRandom.setState({ bytes: randomBytes(FIRST_RANDOM) });
}

/** What a template shows of the world around it. */
export interface Around {
	readonly names: Names;
	/** Counts of the target's counters. */
	readonly counts: TemplateValues['counts'];
	/** Random bytes for the next message; a template that needs more is previewed with others for the rest. */
	readonly random: Uint8Array;
}

/** What is wrong with a draft. `says`: its sentence, where the message is in English. */
export interface Unencoded {
	readonly ok: false;
	readonly message: string;
	readonly says?: Sentence | undefined;
	readonly position: number;
}

/** The bytes of a template as they will be sent, or its fault. */
export type Filled =
	| {
			readonly ok: true;
			readonly bytes: Uint8Array;
			/** As the host is to fill it in. */
			readonly message: MessageToFill;
			/** The time in it is that of the preview. */
			readonly hasTime: boolean;
			readonly hasCounter: boolean;
	  }
	| Unencoded;

const TIME = /\{\{\s*(?:time|unix)\b/;

/** Fills in a draft as the host will. */
export function fillIn({ format, text, lineEnding, checksum, charset }: ReadDraft, around: Around): Filled {
	const { names, counts, random } = around;
	const written = { format, text, lineEnding, checksum, charset };
	const compiled = compileMessage(written, charsetNamed(charset), names);
	if (!compiled.ok) return compiled;
	const { needs, render } = compiled.message;
	const wanted = needs?.randomBytes ?? 0;
	const shown = random.length >= wanted ? random.subarray(0, wanted) : lengthened(random, wanted);
	try {
		return {
			ok: true,
			bytes: render(previewValues(names, counts, shown)),
			message: { ...written, random: shown },
			hasTime: TIME.test(text),
			hasCounter: (needs?.counters.length ?? 0) > 0,
		};
	} catch (error) {
		if (!(error instanceof WirebenchError)) throw error;
		const { position = 0, says } = error.details;
		return { ok: false, message: error.message, says, position };
	}
}

function lengthened(bytes: Uint8Array, length: number): Uint8Array {
	const longer = randomBytes(length);
	longer.set(bytes);
	return longer;
}
