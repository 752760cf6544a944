import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ENDPOINT_KINDS, ENDPOINTS, endpointConfigSchema } from '../../../common/endpoints/index.ts';
import { findPreset } from '../../../common/presets/index.ts';
import { fromSnapshot, useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { setSession } from '../../app/state/host/session.ts';
import { endpointState, type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { unexplained } from '../../app/testing/unexplained.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { showLanguage } from '../../words/index.ts';
import { latinTexts } from '../../words/latin-words.fixture.ts';
import { CharsetDialog } from './dialogs/CharsetDialog.tsx';
import { FaultsDialog } from './dialogs/FaultsDialog.tsx';
import { FramingDialog } from './dialogs/FramingDialog.tsx';
import { OptionsDialog } from './dialogs/OptionsDialog.tsx';
import { RulesDialog } from './dialogs/RulesDialog.tsx';
import { EndpointForm } from './form/EndpointForm.tsx';
import { beginForm, NEW, useForms } from './form/forms.ts';

/** Options, notations and examples, which stay as they are. */
const NAMES = [
	...[
		'SO_REUSEADDR',
		'SO_REUSEPORT',
		'SO_BROADCAST',
		'IPV6_V6ONLY',
		'TCP_NODELAY',
		'backlog',
		'ALPN',
		'OpenSSL',
		'SNI',
	],
	...['PEM', 'TTL', 'FIN', 'RST', 'HTTP (CONNECT)', 'SOCKS5', 'http/1.1', 'utf-8', 'curl --cacert wirebench-ca.pem'],
	...[
		'{{data}}',
		'{{time}}',
		'{{peer}}',
		'{{head}}',
		'{{eol}}',
		'{{data|upper}}',
		'start',
		'TLSv',
		'KiB',
		'Ctrl',
		'Space',
	],
	...[
		'{{var NAME}}',
		'{{counter}}',
		'GET',
		'Alt',
		'IPv4',
		'IPv6',
		'Linux',
		'{{1|unescape}}',
		'/path/on/the/host',
		'127.0.0.1',
		'localhost',
	],
];

let host: FakeHost;

beforeEach(async () => {
	host = fakeHost();
	setSession(host.session);
	useForms.setState(useForms.getInitialState(), true);
	await showLanguage('zh-Hans');
});

afterEach(async () => {
	host.close();
	useWorkbench.setState(useWorkbench.getInitialState(), true);
	await showLanguage('en');
});

function Form() {
	const form = useForms(({ forms }) => forms.get(NEW));
	return form === undefined ? null : <EndpointForm formKey={NEW} form={form} onDone={() => undefined} />;
}

/** All of it: also what is folded. */
function texts(container: Element, names: readonly string[]): string[] {
	for (const list of container.querySelectorAll('datalist')) list.remove();
	for (const written of container.querySelectorAll('textarea')) written.textContent = '';
	return latinTexts(container, [...NAMES, ...names]);
}

test.each(ENDPOINT_KINDS)('the form of a blank %s is in Chinese', async (kind) => {
	const config = endpointConfigSchema.parse(ENDPOINTS[kind].blank);
	beginForm(NEW, config);
	const { container } = await render(<Form />, { wrapper: TooltipProvider });
	await expect.element(page.getByLabelText('名称', { exact: true })).toBeVisible();
	await expect.element(page.getByRole('button', { name: /^创建并(启动|连接)$/ })).toBeVisible();
	expect(texts(container, [config.name])).toEqual([]);
});

test('rules, TLS and wrong input are in Chinese', async () => {
	const preset = endpointConfigSchema.parse(findPreset('hello-server')?.config);
	beginForm(NEW, endpointConfigSchema.parse({ ...preset, tls: {}, reconnect: {} }));
	const { container } = await render(<Form />, { wrapper: TooltipProvider });
	await expect.element(page.getByRole('button', { name: '上移规则 2' })).toBeVisible();
	await page.getByLabelText('端口', { exact: true }).fill('99999');
	await page.getByLabelText('名称', { exact: true }).fill('');
	await page.getByRole('button', { name: '创建', exact: true }).click();
	await expect.element(page.getByText('端口是 0 到 65535 的整数。')).toBeVisible();
	await expect.element(page.getByText('请输入名称。')).toBeVisible();
	await page.getByLabelText('名称', { exact: true }).fill('~'.repeat(1000));
	await expect.element(page.getByText(/^最多 \d+ 个字符。$/)).toBeVisible();
	expect(texts(container, ['exit', 'Hello, ~'])).toEqual([]);
});

test('the dialogs of a running proxy and of a running server are in Chinese', async () => {
	const proxy = endpointConfigSchema.parse(findPreset('tcp-proxy')?.config);
	const udp = endpointConfigSchema.parse({ kind: 'udp', name: 'u' });
	const server = endpointConfigSchema.parse({ ...findPreset('upper-echo')?.config, name: 's' });
	const endpoints = [
		endpointState('p', { config: proxy }),
		endpointState('u', { config: udp }),
		endpointState('s', { config: server }),
	];
	useWorkbench.setState(fromSnapshot({ endpoints, connections: [] }));
	const faults = await render(<FaultsDialog id="p" />, { wrapper: TooltipProvider });
	await expect.element(page.getByRole('dialog', { name: `${proxy.name} 的故障` })).toBeVisible();
	for (const box of page.getByRole('checkbox').all()) await box.click();
	expect(texts(faults.container, [proxy.name])).toEqual([]);
	await faults.unmount();
	for (const [dialog, name] of [
		[<OptionsDialog key="o" id="u" />, 'u 的选项'],
		[<FramingDialog key="f" id="s" />, 's 的消息'],
		[<RulesDialog key="r" id="s" />, 's 的规则'],
	] as const) {
		const shown = await render(dialog, { wrapper: TooltipProvider });
		await expect.element(page.getByRole('dialog', { name })).toBeVisible();
		expect(texts(shown.container, [])).toEqual([]);
		await shown.unmount();
	}
});

function runShop(): void {
	const made = endpointState('shop', { status: 'open' });
	useWorkbench.setState({ endpoints: new Map([['shop', { ...made, config: { ...made.config, charset: 'gb2312' } }]]) });
}

test('shows the charset of a running endpoint, and sets what is used', async () => {
	await showLanguage('en');
	runShop();
	await render(<CharsetDialog id="shop" />, { wrapper: TooltipProvider });
	await expect.element(page.getByRole('dialog', { name: 'Charset of shop' })).toBeVisible();
	await page.getByRole('button', { name: 'Use this charset' }).click();
	await expect
		.poll(() => host.calls)
		.toContainEqual({ name: 'endpointSetCharset', input: { id: 'shop', charset: 'gbk' } });
});

test('the charset of a running endpoint is asked for in Chinese', async () => {
	await showLanguage('zh-Hant');
	runShop();
	await render(<CharsetDialog id="shop" />, { wrapper: TooltipProvider });
	await expect.element(page.getByRole('dialog', { name: 'shop 的字元集' })).toBeVisible();
	await expect.element(page.getByRole('button', { name: '使用此字元集' })).toBeVisible();
});

test('the address says who could reach a server there, as it is typed', async () => {
	await showLanguage('en');
	beginForm(NEW, endpointConfigSchema.parse({ kind: 'tcp-server', name: 's', port: 9000 }));
	await render(<Form />, { wrapper: TooltipProvider });
	const address = page.getByRole('textbox', { name: 'Address to listen on' });
	const says = (text: string | RegExp) => expect.element(address).toHaveAccessibleDescription(text);
	await says('127.0.0.1: programs on this machine alone.');
	await address.fill('0.0.0.0');
	await says(/^0\.0\.0\.0: every IPv4 address of this machine/);
	await address.fill('::');
	await says(/^\[::\]: every address of this machine, IPv4 and IPv6/);
	await address.fill('192.');
	await says('');
	await address.fill('192.0.2.1');
	await says(/nobody at the moment/);
	await address.fill('');
	await says(/0\.0\.0\.0 for every IPv4 address, as the empty string means in Python/);
});

const WHOLE = {
	'tcp-server': {
		tls: {},
		framing: { type: 'length', size: 2 },
		responder: {
			rules: [
				{ match: { type: 'regex', pattern: 'a' }, file: { path: '/tmp' } },
				{ match: { type: 'equals', pattern: { format: 'text', text: 'b' } } },
				{ match: { type: 'fields', structure: 'meter', condition: '' }, compose: { structure: 'meter', values: {} } },
			],
			onOpen: { reply: { format: 'text', text: 'hi' } },
		},
	},
	'tcp-client': {
		tls: {},
		reconnect: {},
		via: { type: 'socks5', host: 'proxy', port: 1080 },
		framing: { type: 'idle', ms: 100 },
	},
	udp: { asks: { messages: [{ format: 'text', text: 'a' }] }, options: { groups: [{ group: '239.1.2.3' }] } },
	'unix-server': { framing: { type: 'delimiter', delimiter: { format: 'escaped', text: ';' } } },
	'unix-client': { framing: { type: 'fixed', length: 3 } },
	'unix-datagram': {},
	'tcp-proxy': {
		tls: {},
		targetTls: {},
		faults: { toTarget: { latency: { delayMs: 3 }, slicer: { averageBytes: 1 } } },
	},
	'udp-proxy': {
		rewrite: {
			toTarget: [{ match: { type: 'any' }, replace: { format: 'text', text: 'b' } }],
		},
		faults: { toTarget: { drop: { probability: 0.5 } } },
	},
} as const;

test.each(ENDPOINT_KINDS)('each field of the form of a %s is explained', async (kind) => {
	beginForm(NEW, endpointConfigSchema.parse({ ...ENDPOINTS[kind].blank, ...WHOLE[kind] }));
	const { container } = await render(<Form />, { wrapper: TooltipProvider });
	await expect.element(page.getByLabelText('名称', { exact: true })).toBeVisible();
	expect(container.querySelectorAll('[data-explains]').length).toBeGreaterThan(3);
	expect(unexplained(container)).toEqual([]);
});
