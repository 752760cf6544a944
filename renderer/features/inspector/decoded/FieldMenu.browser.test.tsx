import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import { settingsSchema } from '../../../../common/contract/calls/settings.ts';
import { SAMPLES } from '../../../../common/decode/modbus/samples.fixture.ts';
import { sampleNamed } from '../../../../common/decode/testing/samples.fixture.ts';
import { faultOf } from '../../../app/shared/filter-fault.ts';
import { WindowMenu } from '../../../app/shell/WindowMenu.tsx';
import { NO_STATUS, useCaptureStatus } from '../../../app/state/capture/capture-status.ts';
import { useColours } from '../../../app/state/capture/colours.ts';
import { applyFilter, useFilter } from '../../../app/state/capture/filter.ts';
import { useWorkbench } from '../../../app/state/endpoints/workbench.ts';
import { setSession } from '../../../app/state/host/session.ts';
import { takeStructures } from '../../../app/state/templates/structures.ts';
import { useCentre } from '../../../app/state/window/centre.ts';
import { closeContextMenu } from '../../../app/state/window/context-menu.ts';
import { closeDialog, useDialogs } from '../../../app/state/window/dialogs.ts';
import { useSelection } from '../../../app/state/window/selection.ts';
import { useSettings } from '../../../app/state/window/settings.ts';
import { useWantedPlot } from '../../../app/state/window/wanted-plot.ts';
import { endpointState, type FakeHost, fakeHost } from '../../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../../ui/Tooltip.tsx';
import { showLanguage } from '../../../words/index.ts';
import { latinTexts } from '../../../words/latin-words.fixture.ts';
import { LogPanel } from '../../log/LogPanel.tsx';
import { InspectorPanel } from '../InspectorPanel.tsx';
import '../../../ui/tokens.css';
import '../../../ui/base.css';

const { bytes } = sampleNamed(SAMPLES, 'read holding registers');
const ROW: CaptureRow = {
	n: 0,
	time: 1_700_000_000_000_000_000n,
	endpoint: 'meter',
	connection: 3,
	kind: 'data',
	direction: 'in',
	length: bytes.length,
	preview: bytes,
	text: '',
};
const SAID = [{ type: 'plain' as const, text: '3', meaning: 'Read Holding Registers' }];
let host: FakeHost;

/** The language of the page, and what it calls the parts of this test. */
interface Spoken {
	readonly language: 'en' | 'zh-Hans';
	readonly decoded: string;
	readonly asColumn: string;
	readonly plot: string;
	readonly filterBy: RegExp;
	readonly exclude: RegExp;
	readonly colour: RegExp;
	readonly protocol: string;
	readonly scope: string;
	readonly received: string;
}

const SPOKEN: readonly Spoken[] = [
	{
		language: 'en',
		decoded: 'Decoded',
		asColumn: 'Show as a column',
		plot: 'Plot this field',
		filterBy: /^Filter by this/,
		exclude: /^Exclude this/,
		colour: /^Colour rows like this/,
		protocol: 'Decode as',
		scope: 'for',
		received: 'what it receives',
	},
	{
		language: 'zh-Hans',
		decoded: '解码',
		asColumn: '显示为列',
		plot: '将此字段绘成图',
		filterBy: /^按此过滤/,
		exclude: /^排除此项/,
		colour: /^为此类行着色/,
		protocol: '解码为',
		scope: '用于',
		received: '它接收的数据',
	},
];

const functionField = () => page.getByRole('treeitem').filter({ hasText: /^function/ });
const item = (name: string | RegExp) => page.getByRole('menuitem', { name });
const head = () => document.querySelector('[data-head="field:modbus.function"]');

async function openMenu(): Promise<void> {
	await functionField().click({ button: 'right' });
}

beforeEach(async () => {
	await page.viewport(1300, 700);
	host = fakeHost();
	host.rows = ({ fields = [] }) => ({
		rows: [{ ...ROW, fields: fields.map((name) => (name === 'modbus.function' ? SAID : [])) }],
		stored: 1,
		begin: ROW.time,
	});
	host.bytes = () => ({ bytes, total: bytes.length });
	setSession(host.session);
	useSettings.setState({ ...settingsSchema.parse({}), loaded: true });
	useColours.setState({ rules: [], usable: [] });
	useWorkbench.setState({ endpoints: new Map([['e1', endpointState('e1', { config: configOf('meter') })]]) });
	await render(
		<div style={{ display: 'flex', width: 1280, height: 600 }}>
			<div style={{ display: 'flex', width: 780 }}>
				<LogPanel />
			</div>
			<div style={{ display: 'flex', width: 500 }}>
				<InspectorPanel />
			</div>
			<WindowMenu />
		</div>,
		{ wrapper: TooltipProvider },
	);
	useCaptureStatus.setState({ ...NO_STATUS, id: `c${Math.random()}`, stored: 1 }, true);
	useSelection.getState().selectEvent(0);
});

afterEach(async () => {
	closeContextMenu();
	closeDialog();
	applyFilter('');
	useSelection.getState().selectEvent(undefined);
	useColours.setState({ rules: [], usable: [] });
	useSettings.setState(settingsSchema.parse({}));
	useWorkbench.setState(useWorkbench.getInitialState(), true);
	useCaptureStatus.setState(NO_STATUS, true);
	useCentre.getState().show('log');
	useWantedPlot.setState({ field: undefined });
	takeStructures({ structures: [] });
	await showLanguage('en');
	host.close();
});

function configOf(name: string) {
	return { ...endpointState(name).config, name };
}

test.each(SPOKEN)('the menu of a field, its column and its filters, in $language', async (spoken) => {
	await showLanguage(spoken.language);
	await page.getByRole('tab', { name: spoken.decoded }).click();
	await expect.element(functionField()).toBeVisible();

	await openMenu();
	const asColumn = page.getByRole('menuitemcheckbox', { name: new RegExp(`^${spoken.asColumn}`) });
	await expect.element(asColumn).toHaveAttribute('aria-checked', 'false');
	if (spoken.language !== 'en') {
		const quoted = ['meter', 'Read Holding Registers', 'Modbus', 'modbus', 'function', 'not', 'Shift', 'Ctrl', 'GBK'];
		const menu = document.querySelector('[role="menu"]');
		expect(latinTexts(menu ?? document.body, quoted)).toEqual([]);
	}
	await asColumn.click();
	await expect.poll(() => head()?.textContent).toBe('modbus.function');

	await openMenu();
	await item(spoken.filterBy).click();
	expect(useFilter.getState().applied).toBe('modbus.function:3');
	applyFilter('');
	await openMenu();
	await item(spoken.exclude).click();
	expect(useFilter.getState().applied).toBe('not modbus.function:3');
	applyFilter('');
	await openMenu();
	await item(spoken.colour).click();
	expect(useColours.getState().rules.map(({ filter }) => filter)).toEqual(['modbus.function:3']);
	expect(useDialogs.getState().open).toEqual({ kind: 'colours' });
	closeDialog();

	await openMenu();
	await item(spoken.plot).click();
	expect(useWantedPlot.getState().field).toBe('modbus.function');
	expect(useCentre.getState().view).toBe('statistics');

	await openMenu();
	await expect.element(asColumn).toHaveAttribute('aria-checked', 'true');
	await asColumn.click();
	await expect.poll(head).toBeNull();
});

test.each(SPOKEN)('a protocol is chosen for an endpoint, or for one direction, in $language', async (spoken) => {
	await showLanguage(spoken.language);
	await page.getByRole('tab', { name: spoken.decoded }).click();
	const protocol = page.getByRole('combobox', { name: spoken.protocol });
	const asked = () => host.calls.findLast(({ name }) => name === 'endpointSetDecodeAs')?.input;
	await protocol.selectOptions('MessagePack');
	await expect.poll(asked).toEqual({ id: 'e1', decodeAs: { in: 'msgpack', out: 'msgpack' } });
	await page.getByRole('combobox', { name: spoken.scope, exact: true }).selectOptions(spoken.received);
	await protocol.selectOptions('CBOR');
	await expect.poll(asked).toEqual({ id: 'e1', decodeAs: { in: 'cbor' } });

	useWorkbench.setState({
		endpoints: new Map([
			['e1', endpointState('e1', { config: { ...configOf('meter'), decodeAs: { in: 'msgpack', out: undefined } } })],
		]),
	});
	await expect.element(protocol).toHaveValue('msgpack');
	await expect.element(page.getByRole('treeitem', { name: /msgpack/ }).first()).toBeVisible();
});

test('a structure of the workspace is chosen as a protocol, and its fields are conditions', async () => {
	const fields = [
		{ name: 'transaction', type: 'u16' },
		{ name: 'rest', type: 'bytes' },
	];
	takeStructures({ structures: [{ structure: 1, id: 'meter', title: 'Meter', fields }] });
	await page.getByRole('tab', { name: 'Decoded' }).click();
	const protocol = page.getByRole('combobox', { name: 'Decode as' });
	await protocol.selectOptions('Meter');
	await expect
		.poll(() => host.calls.findLast(({ name }) => name === 'endpointSetDecodeAs')?.input)
		.toEqual({ id: 'e1', decodeAs: { in: 'meter', out: 'meter' } });
	const config = { ...configOf('meter'), decodeAs: { in: 'meter', out: 'meter' } };
	useWorkbench.setState({ endpoints: new Map([['e1', endpointState('e1', { config })]]) });
	const field = page.getByRole('treeitem').filter({ hasText: /^transaction/ });
	await field.click({ button: 'right' });
	await page.getByRole('menuitem', { name: /^Filter by this/ }).click();
	expect(useFilter.getState().applied).toMatch(/^meter.transaction:\d+$/);
	expect(faultOf(useFilter.getState().applied)).toBeUndefined();
});
