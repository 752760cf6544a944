import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { SOCKET_OPTIONS, type SocketOption } from '../../../common/contract/config/socket-options.ts';
import { type EndpointConfig, endpointConfigSchema, optionsOf } from '../../../common/endpoints/index.ts';
import { said } from '../../../common/json/issue-says.ts';
import { issueSentence } from '../../../common/json/issue-sentence.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import type { WantedOptions } from '../core/types.ts';
import { engineError } from '../sentences/engine-error.ts';

/**
 * Replaces the socket options of an endpoint, and applies those that can be changed to its open sockets. Throws
 * `bad-input` for an option that its kind does not have, `wrong-state` for changing one that is only set when a socket
 * opens.
 */
export function setOptions(record: EndpointRecord, { options, noDelay }: WantedOptions): void {
	const config = configWith(record.config, { options, noDelay });
	if (record.runner !== undefined) assertLive(record.config, config);
	record.config = config;
	record.changed();
	record.runner?.applyOptions?.();
}

function configWith(config: EndpointConfig, { options, noDelay }: WantedOptions): EndpointConfig {
	const parsed = endpointConfigSchema.safeParse({ ...config, options, ...(noDelay === undefined ? {} : { noDelay }) });
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		const { message, says } = issue === undefined ? said('notUsable') : issueSentence(issue);
		throw new WirebenchError('bad-input', message, { says, path: issue?.path.join('.') });
	}
	const taken: Readonly<Record<string, unknown>> = optionsOf(parsed.data);
	for (const [option, value] of Object.entries(options)) {
		if (value !== undefined && !(option in taken)) throw notOfKind(config, option);
	}
	if (noDelay !== undefined && !('noDelay' in parsed.data)) throw notOfKind(config, 'noDelay');
	return parsed.data;
}

function notOfKind({ name, kind }: EndpointConfig, option: string): WirebenchError {
	const words = isOption(option) ? SOCKET_OPTIONS[option].words : option;
	return engineError('bad-input', 'optionNotOfKind', { name, option: words, kind }, { path: `options.${option}` });
}

function isOption(name: string): name is SocketOption {
	return name in SOCKET_OPTIONS;
}

function assertLive(before: EndpointConfig, after: EndpointConfig): void {
	const was: Readonly<Record<string, unknown>> = optionsOf(before);
	const is: Readonly<Record<string, unknown>> = optionsOf(after);
	for (const [option, { words, live }] of Object.entries(SOCKET_OPTIONS)) {
		if (live || was[option] === is[option]) continue;
		const path = `options.${option}`;
		throw engineError('wrong-state', 'optionWhileOpen', { name: before.name, option: words }, { path });
	}
}
