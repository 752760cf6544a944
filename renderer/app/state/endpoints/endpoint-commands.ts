import { isIdle } from '../../../../common/contract/base/endpoint-status.ts';
import type { EndpointState } from '../../../../common/contract/calls/workbench.ts';
import { isDatagram, isProxy } from '../../../../common/endpoints/index.ts';
import type { AliasedCommand } from '../../../../common/words/aliases/aliases.ts';
import { words } from '../../../words/index.ts';
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
	const text = words().endpointCommands;
	const running = !isIdle(state);
	const dialog =
		(kind: 'edit-endpoint' | 'faults' | 'rules' | 'charset' | 'framing' | 'options' | 'load-test' | 'loss-report') =>
		() =>
			openDialog({ kind, id });
	const proxy = isProxy(config.kind);
	return [
		...(canConnectClient(state)
			? [
					{
						label: text.connectClient,
						note: 'C',
						alias: 'connectClient' as const,
						onSelect: () => void connectClient(id),
					},
				]
			: []),
		...(canProxy(state) ? [{ label: text.proxy, note: 'P', onSelect: () => void proxyInFront(id) }] : []),
		{ label: text.copyAddress, note: 'Ctrl C', onSelect: () => copyAddress(state) },
		{ label: text.edit, note: running ? text.stopFirst : 'E', disabled: running, onSelect: dialog('edit-endpoint') },
		...(proxy ? [{ label: text.faults, alias: 'faults' as const, onSelect: dialog('faults') }] : []),
		...('responder' in config
			? [{ label: text.rules, note: text.live, alias: 'rules' as const, onSelect: dialog('rules') }]
			: []),
		...(isDatagram(config.kind)
			? []
			: [{ label: text.framing, alias: 'framing' as const, onSelect: dialog('framing') }]),
		{ label: text.charset, onSelect: dialog('charset') },
		...(proxy
			? []
			: [
					{ label: text.options, alias: 'options' as const, onSelect: dialog('options') },
					{ label: text.loadTest, alias: 'loadTest' as const, onSelect: dialog('load-test') },
					{ label: text.lossReport, onSelect: dialog('loss-report') },
				]),
		{
			label: text.asCode,
			onSelect: () => openDialog({ kind: 'code', source: { of: 'endpoint', config, port: state.local?.port } }),
		},
		{ label: text.duplicate, onSelect: () => void duplicateEndpoint(id) },
		{ label: text.folder, onSelect: () => openDialog({ kind: 'folder', id }) },
	];
}
