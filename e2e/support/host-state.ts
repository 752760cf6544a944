import { isDeepStrictEqual } from 'node:util';
import { settingsSchema } from '../../common/contract/calls/settings.ts';
import type { contract, TopicName, TopicParams, TopicSnapshot } from '../../common/contract/index.ts';
import type { RpcClient } from '../../common/rpc/types.ts';
import { EMPTY_VIEW } from '../../common/workspace/kept-view.ts';

export type HostClient = RpcClient<typeof contract>;

export const DEFAULT_SETTINGS = settingsSchema.parse({});

/** The current snapshot of a topic. */
async function look<N extends TopicName>(
	client: HostClient,
	topic: N,
	params: TopicParams<N>,
): Promise<TopicSnapshot<N>> {
	const snapshot = Promise.withResolvers<TopicSnapshot<N>>();
	const stop = client.subscribe(topic, params, {
		onSnapshot: snapshot.resolve,
		onDelta: () => undefined,
		onError: snapshot.reject,
	});
	try {
		return await snapshot.promise;
	} finally {
		stop();
	}
}

/**
 * The state that a page of this host would show, without what differs between two new hosts: names and sizes of the
 * live capture. Connection numbers are left out: they continue, as for a person who starts a new capture.
 */
export async function stateOf(client: HostClient) {
	const [workbench, workspace, sendings, captures, library, status, marks, settings] = await Promise.all([
		look(client, 'workbench', {}),
		look(client, 'workspace', {}),
		look(client, 'sendings', {}),
		look(client, 'captures', {}),
		look(client, 'captureLibrary', {}),
		look(client, 'captureStatus', {}),
		look(client, 'captureMarks', {}),
		look(client, 'settings', {}),
	]);
	// What can be undone goes on, as for a person, and each opening has a name of its own.
	const { undo: _undo, redo: _redo, opened: _opened, ...document } = workspace;
	return {
		...workbench,
		workspace: document,
		sendings,
		...marks,
		settings,
		limits: library.limits,
		captures: captures.map(({ kind, events, warnings, error }) => ({ kind, events, warnings, error })),
		library: library.captures.map(({ state, events, endpoints, problem }) => ({ state, events, endpoints, problem })),
		live: {
			received: status.received,
			stored: status.stored,
			dropped: status.dropped,
			first: status.first,
			error: status.error,
		},
	};
}
export type HostState = Awaited<ReturnType<typeof stateOf>>;

/** Lists of ended items, which no call of the contract clears: a host that has any differs from a new one. */
export async function hasHistory(client: HostClient): Promise<boolean> {
	const [exports, sequences, generators] = await Promise.all([
		look(client, 'exports', {}),
		look(client, 'sequenceRuns', {}),
		look(client, 'generators', {}),
	]);
	return exports.jobs.length + sequences.runs.length + generators.runs.length > 0;
}

/** Ends every draft, and keeps what a new window shows. Returns whether that was kept already. */
export async function forgetView(client: HostClient): Promise<boolean> {
	const { view } = await client.call('viewRecall', {});
	// An open page keeps the capture soon after it has shown a view: with no event and no row, nothing belongs to it.
	if (isDeepStrictEqual({ ...view, capture: null }, EMPTY_VIEW)) return true;
	const { opened } = await look(client, 'workspace', {});
	const drafts = Object.fromEntries(Object.keys(view.drafts).map((key) => [key, null]));
	await client.call('viewKeep', { opened, change: { ...EMPTY_VIEW, drafts } });
	return false;
}

/**
 * Removes everything created since the host started, with the contract's calls: sendings are stopped, endpoints and
 * captures removed, settings reset, and an empty capture started.
 */
export async function putBack(client: HostClient): Promise<void> {
	for (const { id, state } of await look(client, 'sendings', {})) {
		if (state === 'running') await client.call('sendingStop', { id });
	}
	const { endpoints } = await look(client, 'workbench', {});
	await Promise.all(endpoints.map(({ id }) => client.call('endpointRemove', { id })));
	const { tests } = await look(client, 'tests', {});
	for (const { name, folder } of tests) await client.call('testRemove', { name, ...(folder && { folder }) });
	await client.call('workspaceForgetRan', {});
	for (const { id } of await look(client, 'sendings', {})) await client.call('sendingDismiss', { id });
	const opened = (await look(client, 'captures', {})).filter(({ kind }) => kind !== 'live');
	for (const { id } of opened) await client.call('closeCapture', { id });
	await client.call('settingsUpdate', DEFAULT_SETTINGS);
	await client.call('filtersSet', { filters: [] });
	const { payloads } = await look(client, 'payloads', {});
	for (const { name, folder } of payloads) await client.call('payloadRemove', { name, folder });
	const { structures } = await look(client, 'structures', {});
	for (const { id } of structures) if (typeof id === 'string') await client.call('structureRemove', { id });
	await client.call('captureClear', {});
	await forgetView(client);
	await client.call('captureLibraryLook', {});
	const folders = (await look(client, 'captureLibrary', {})).captures
		.filter(({ state }) => state !== 'live')
		.map(({ folder }) => folder);
	if (folders.length > 0) await client.call('captureDelete', { folders });
}
