import { LIMITS } from '../contract/base/limits.ts';
import type { Charset } from '../payload/charsets/charset.ts';
import type { Fault } from '../payload/codec/fault.ts';
import type { ChecksumKind, LineEnding, WrittenBytes } from '../payload/schema.ts';
import { withEnd } from '../payload/written.ts';
import { messageError } from '../sentences/message-error.ts';
import { compileTemplate } from './compile.ts';
import { NOTHING_RECEIVED } from './context.ts';
import type { TemplateScope } from './message-sources.ts';
import type { TemplateNeeds, TemplateValues } from './values.ts';

/** A message as a person writes it: a template, and what is appended to it. */
export interface WrittenMessage extends WrittenBytes {
	readonly lineEnding: LineEnding;
	readonly checksum: ChecksumKind;
}

/** A message that a person sends, which answers nothing. */
export interface MessageTemplate {
	/** Undefined where it needs nothing but the clock. */
	readonly needs: TemplateNeeds | undefined;
	/** The bytes. Fails with `too-large`, and with `bad-input` and the position of what has no value. */
	render(values: TemplateValues): Uint8Array;
}

/** Compiles a message. The appended checksum covers what the template gives; the line end is behind it. */
export function compileMessage(
	written: WrittenMessage,
	charset: Charset,
	scope: Pick<TemplateScope, 'variables' | 'environment'> = {},
): { ok: true; message: MessageTemplate } | Fault {
	const compiled = compileTemplate(written, { ...scope, message: false, peer: false }, charset);
	if (!compiled.ok) return compiled;
	const { template } = compiled;
	return {
		ok: true,
		message: {
			needs: template.needs,
			render(values) {
				const bytes = withEnd(template.render({ ...NOTHING_RECEIVED, values }), written, charset);
				if (bytes.length <= LIMITS.payloadBytes) return bytes;
				throw messageError('too-large', 'payloadTooLarge');
			},
		},
	};
}
