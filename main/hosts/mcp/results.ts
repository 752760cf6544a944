import { type ErrorInfo, WirebenchError } from '../../../common/contract/base/errors.ts';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import { isObject } from '../../../common/json/is-object.ts';
import { hideSecrets } from './access/secrets.ts';
import { toJson } from './access/values.ts';

/** What a tool answers, as the protocol has it. */
export interface ToolResult {
	readonly content: { type: 'text'; text: string }[];
	readonly structuredContent: Record<string, unknown>;
	readonly isError?: true;
	readonly [key: string]: unknown;
}

/** The answer with a value: as JSON, without secrets. */
export function resultOf(value: unknown): ToolResult {
	const shown = hideSecrets(toJson(value));
	const structuredContent = isObject(shown) ? shown : { value: shown };
	return { content: [{ type: 'text', text: JSON.stringify(structuredContent) }], structuredContent };
}

/** The error as it is reported: one that is no WirebenchError is a fault of Wirebench itself. */
export function infoOf(error: unknown): ErrorInfo {
	if (error instanceof WirebenchError) return error.toInfo();
	return { code: 'internal', message: `Wirebench has failed: ${messageOf(error)}`, details: {} };
}

/** The answer with an error: its sentence and hint as text; its code, path and other details beside. */
export function failureOf({ code, message, details }: ErrorInfo): ToolResult {
	const { hint, path, position } = details;
	const place = [path === undefined ? '' : ` at ${path}`, position === undefined ? '' : `, character ${position + 1}`];
	const sentence = hint === undefined || message.includes(hint) ? message : `${message} ${hint}`;
	return {
		content: [{ type: 'text', text: `${code}${place.join('')}: ${sentence}` }],
		structuredContent: { error: { code, message, details: hideSecrets(toJson(details)) } },
		isError: true,
	};
}
