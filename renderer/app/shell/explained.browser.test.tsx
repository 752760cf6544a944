import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { endpointConfigSchema } from '../../../common/endpoints/index.ts';
import { CapturesDialog } from '../../features/captures/index.ts';
import { CompareConnectionsDialog } from '../../features/compare/connections/CompareConnectionsDialog.tsx';
import { CharsetDialog } from '../../features/endpoint-form/dialogs/CharsetDialog.tsx';
import { TryFramingDialog } from '../../features/endpoint-form/index.ts';
import { ExportDialog } from '../../features/export/ExportDialog.tsx';
import { ColoursDialog } from '../../features/filter/ColoursDialog.tsx';
import { FiltersDialog } from '../../features/filter/FiltersDialog.tsx';
import { LoadTestDialog, LossReportDialog } from '../../features/load-test/index.ts';
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
import { explainFocused } from '../shared/explain/explain-focused.ts';
import { explanationAt } from '../shared/explain/explain-place.ts';
import { useColours } from '../state/capture/colours.ts';
import { useSavedFilters } from '../state/capture/saved-filters.ts';
import { fromSnapshot, useWorkbench } from '../state/endpoints/workbench.ts';
import { useWorkspace } from '../state/endpoints/workspace.ts';
import { setSession } from '../state/host/session.ts';
import { CENTRE_VIEWS, useCentre } from '../state/window/centre.ts';
import { closeHelp, useHelp } from '../state/window/help.ts';
import { endpointState, type FakeHost, fakeHost } from '../testing/host.fixture.ts';
import { unexplained } from '../testing/unexplained.fixture.ts';
import { Workbench } from './Workbench.tsx';

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
	const sends = endpointConfigSchema.parse({ kind: 'udp', name: 'Bob' });
	const endpoints = [endpointState('Ann', { status: 'open' }), endpointState('Bob', { status: 'open', config: sends })];
	useWorkbench.setState(fromSnapshot({ endpoints, connections: [] }));
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
	useCentre.setState(useCentre.getInitialState(), true);
	closeHelp();
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
	['load test', <LoadTestDialog key="16" id="Bob" />, 5],
	['loss report', <LossReportDialog key="17" id="Ann" />, 1],
	['captures', <CapturesDialog key="18" />, 0],
];

test.each(DIALOGS)('each field of the dialog is explained: %s', async (_, dialog, fields) => {
	await render(dialog, { wrapper: TooltipProvider });
	const shown = page.getByRole('dialog');
	await expect.poll(() => shown.element().querySelectorAll('[data-explains]').length).toBeGreaterThanOrEqual(fields);
	expect(unexplained(shown.element())).toEqual([]);
});

/** Fields and choices in the page. */
const CONTROLS = 'input, select, textarea, [role=tab]';

test('each switch and field of the window is explained, in each view', async () => {
	const { container } = await render(<Workbench />, { wrapper: TooltipProvider });
	const silent: string[] = [];
	for (const view of CENTRE_VIEWS) {
		useCentre.getState().show(view);
		await expect.poll(() => container.querySelector(`[data-pane="${view}"] .ui-segmented`)).not.toBeNull();
		const controls = [...container.querySelectorAll(CONTROLS)];
		expect(controls.length, view).toBeGreaterThan(8);
		silent.push(...controls.filter((one) => explanationAt(one) === undefined).map((one) => one.outerHTML));
	}
	expect(silent).toEqual([]);
});

test('by keyboard, a switch without a button opens its explanation', async () => {
	const { container } = await render(<Workbench />, { wrapper: TooltipProvider });
	await expect.poll(() => container.querySelector('[data-pane="log"] .log-listing input')).not.toBeNull();
	container.querySelector<HTMLElement>('.log-listing input:checked')?.focus();
	explainFocused();
	await expect.poll(() => useHelp.getState().place?.part).toBe('views.listing');
});
