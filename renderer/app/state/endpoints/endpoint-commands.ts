import { isIdle } from '../../../../common/contract/base/endpoint-status.ts';
import type { EndpointState } from '../../../../common/contract/calls/workbench.ts';
import { isDatagram, isProxy } from '../../../../common/endpoints/index.ts';
import type { AliasedCommand } from '../../../../common/words/aliases/aliases.ts';
import { openDialog } from '../window/dialogs.ts';
import { canConnectClient, canProxy, connectClient, proxyInFront } from './clients.ts';
import { copyAddress } from './copy-address.ts';
import { duplicateEndpoint } from './endpoint-actions.ts';

/** An action in menus and in the command palette. */
export interface Command {
	readonly label: string;
	/** A key, or why it is not available now. */
	readonly note?: string | undefined;
	readonly disabled?: boolean;
	/** Other words by which it is found, if it has any. */
	readonly alias?: AliasedCommand;
	readonly onSelect: () => void;
}

/** Actions for an endpoint, besides starting, stopping and removing it. */
export function endpointCommands(state: EndpointState): Command[] {
	const { id, config } = state;
	const running = !isIdle(state);
	const dialog =
		(kind: 'edit-endpoint' | 'faults' | 'rules' | 'framing' | 'options' | 'load-test' | 'loss-report') => () =>
			openDialog({ kind, id });
	const proxy = isProxy(config.kind);
	return [
		...(canConnectClient(state)
			? [
					{
						label: 'Connect a client',
						note: 'C',
						alias: 'connectClient' as const,
						onSelect: () => void connectClient(id),
					},
				]
			: []),
		...(canProxy(state) ? [{ label: 'Proxy in front…', note: 'P', onSelect: () => void proxyInFront(id) }] : []),
		{ label: 'Copy address', note: 'Ctrl C', onSelect: () => copyAddress(state) },
		{ label: 'Edit…', note: running ? 'stop it first' : 'E', disabled: running, onSelect: dialog('edit-endpoint') },
		...(proxy ? [{ label: 'Faults…', alias: 'faults' as const, onSelect: dialog('faults') }] : []),
		...('responder' in config
			? [{ label: 'Rules…', note: 'live', alias: 'rules' as const, onSelect: dialog('rules') }]
			: []),
		...(isDatagram(config.kind)
			? []
			: [{ label: 'Messages…', alias: 'framing' as const, onSelect: dialog('framing') }]),
		...(proxy
			? []
			: [
					{ label: 'Options…', alias: 'options' as const, onSelect: dialog('options') },
					{ label: 'Load test…', alias: 'loadTest' as const, onSelect: dialog('load-test') },
					{ label: 'Loss report…', onSelect: dialog('loss-report') },
				]),
		{ label: 'Duplicate', onSelect: () => void duplicateEndpoint(id) },
		{ label: 'Folder…', onSelect: () => openDialog({ kind: 'folder', id }) },
	];
}
