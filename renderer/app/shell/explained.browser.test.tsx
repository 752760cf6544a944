import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { CompareConnectionsDialog } from '../../features/compare/connections/CompareConnectionsDialog.tsx';
import { CharsetDialog } from '../../features/endpoint-form/dialogs/CharsetDialog.tsx';
import { TryFramingDialog } from '../../features/endpoint-form/index.ts';
import { ExportDialog } from '../../features/export/ExportDialog.tsx';
import { ColoursDialog } from '../../features/filter/ColoursDialog.tsx';
import { FiltersDialog } from '../../features/filter/FiltersDialog.tsx';
import { OpenPathDialog } from '../../features/open-capture/OpenPathDialog.tsx';
import { RecordingDialog } from '../../features/recording/index.ts';
import { SettingsDialog } from '../../features/settings/index.ts';
import { StructuresDialog } from '../../features/structures/index.ts';
import { FolderDialog } from '../../features/workspace/FolderDialog.tsx';
import { SecretsDialog } from '../../features/workspace/SecretsDialog.tsx';
import { TakePartsDialog } from '../../features/workspace/TakePartsDialog.tsx';
import { VariablesDialog } from '../../features/workspace/VariablesDialog.tsx';
import { WorkspacePathDialog } from '../../features/workspace/WorkspacePathDialog.tsx';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { useColours } from '../state/capture/colours.ts';
import { useSavedFilters } from '../state/capture/saved-filters.ts';
import { fromSnapshot, useWorkbench } from '../state/endpoints/workbench.ts';
import { useWorkspace } from '../state/endpoints/workspace.ts';
import { setSession } from '../state/host/session.ts';
import { endpointState, type FakeHost, fakeHost } from '../testing/host.fixture.ts';
import { unexplained } from '../testing/unexplained.fixture.ts';

let host: FakeHost;

beforeEach(() => {
	host = fakeHost();
	host.recording = ({ connection }) => ({
		connection,
		endpoint: 'echo',
		transport: 'stream',
		client: '127.0.0.1:40000',
		server: '127.0.0.1:9000',
		tls: { version: 'TLSv1.3', alpn: '', unverified: true, clientCertificate: false },
		events: [{ type: 'data', from: 'server', time: 0n, bytes: new TextEncoder().encode('2023-11-14T22:13:20.000Z') }],
		notes: [],
	});
	setSession(host.session);
	useWorkbench.setState(fromSnapshot({ endpoints: [endpointState('Ann', { status: 'open' })], connections: [] }));
	useSavedFilters.setState({ filters: [{ name: 'errors', text: 'kind:error' }] });
	useColours.setState({ rules: [{ filter: 'kind:error', colour: 'red' }] });
	useWorkspace.setState({ missing: [{ endpoint: 'Ann', path: 'tls.identity.key', what: 'key' }] });
});

afterEach(() => {
	host.close();
	useWorkbench.setState(useWorkbench.getInitialState(), true);
	useSavedFilters.setState(useSavedFilters.getInitialState(), true);
	useColours.setState(useColours.getInitialState(), true);
	useWorkspace.setState(useWorkspace.getInitialState(), true);
});

const LIVE = { capture: undefined, connection: undefined };
const part = {
	kind: 'payloads',
	key: 'hello',
	name: 'hello',
	detail: '5 bytes',
	clash: { by: 'name', name: 'hello' },
} as const;

/** Each with the least number of its fields. */
const DIALOGS: readonly (readonly [string, ReactNode, number])[] = [
	['settings', <SettingsDialog key="0" />, 9],
	['export', <ExportDialog key="1" />, 3],
	['recording as a test', <RecordingDialog key="2" capture={undefined} connection={1} as="test" />, 6],
	['recording as a replay', <RecordingDialog key="3" capture={undefined} connection={1} as="replay" />, 6],
	['saved filters', <FiltersDialog key="4" />, 3],
	['colour rules', <ColoursDialog key="5" />, 2],
	['secrets', <SecretsDialog key="6" />, 1],
	['variables', <VariablesDialog key="7" />, 2],
	['folder', <FolderDialog key="8" id="Ann" />, 1],
	['parts', <TakePartsDialog key="9" from={{ path: '/a' }} title="a" parts={[part]} />, 2],
	['path of a workspace', <WorkspacePathDialog key="10" use="save-as" />, 1],
	['path of a capture', <OpenPathDialog key="11" />, 1],
	['structures', <StructuresDialog key="12" shows={undefined} />, 0],
	['comparison', <CompareConnectionsDialog key="13" a={LIVE} b={LIVE} />, 3],
	['charset', <CharsetDialog key="14" id="Ann" />, 1],
	['framing', <TryFramingDialog key="15" endpoint="Ann" />, 1],
];

test.each(DIALOGS)('each field of the dialog is explained: %s', async (_, dialog, fields) => {
	await render(dialog, { wrapper: TooltipProvider });
	const shown = page.getByRole('dialog');
	await expect.poll(() => shown.element().querySelectorAll('[data-explains]').length).toBeGreaterThanOrEqual(fields);
	expect(unexplained(shown.element())).toEqual([]);
});
