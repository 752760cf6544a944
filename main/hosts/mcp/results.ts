import { type ErrorInfo, WirebenchError } from '../../../common/contract/base/errors.ts';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import { isObject } from '../../../common/json/is-object.ts';
import { hideSecrets } from './access/secrets.ts';
import { toJson } from './access/values.ts';

/** What a tool answers, as the protocol has it. */
export interface ToolResult {
	readonly content: { type: 'text'; text: string }[];
	/** Fits the tool's output schema; absent for an error. */
	readonly structuredContent?: Record<string, unknown>;
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

/**
 * The answer with an error: its sentence and hint as the first text; its code, path and other details as JSON in the second. It
 * has no structured content: clients of the SDK's version 1 check that of an error by the tool's output schema, too, and would
 * report the mismatch in place of the error.
 */
export function failureOf({ code, message, details }: ErrorInfo): ToolResult {
	const { hint, path, position } = details;
	const place = [path === undefined ? '' : ` at ${path}`, position === undefined ? '' : `, character ${position + 1}`];
	const sentence = hint === undefined || message.includes(hint) ? message : `${message} ${hint}`;
	const error = { code, message, details: hideSecrets(toJson(details)) };
	return {
		content: [
			{ type: 'text', text: `${code}${place.join('')}: ${sentence}` },
			{ type: 'text', text: JSON.stringify({ error }) },
		],
		isError: true,
	};
}
