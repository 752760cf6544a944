import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Locator, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { codeLanguages, programOfPayload, programOfTest } from '../../../common/code/index.ts';
import { endpointConfigSchema, udpSender } from '../../../common/endpoints/index.ts';
import { savedPayloadSchema } from '../../../common/payload/saved.ts';
import { findPreset } from '../../../common/presets/index.ts';
import { sequenceSchema } from '../../../common/protocol-tests/test-schema.ts';
import { code } from '../../../common/words/en/as-code/code.ts';
import { fromSnapshot, useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { setSession } from '../../app/state/host/session.ts';
import type { CodeSource } from '../../app/state/window/dialogs.ts';
import { endpointState, type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { showLanguage } from '../../words/index.ts';
import { latinTexts } from '../../words/latin-words.fixture.ts';
import { CodeDialog } from './CodeDialog.tsx';
import { useCodeChoice } from './choice.ts';

let host: FakeHost;

beforeEach(() => {
	host = fakeHost();
	setSession(host.session);
});

afterEach(async () => {
	await showLanguage('en');
	host.close();
	useCodeChoice.setState(useCodeChoice.getInitialState());
});

const show = (source: CodeSource) => render(<CodeDialog source={source} />, { wrapper: TooltipProvider });

function preset(id: string): CodeSource {
	const config = findPreset(id)?.config;
	if (config === undefined) throw new Error(`There is no preset ${id}.`);
	return { of: 'endpoint', config };
}

/** Once it is there, the text is in it. */
const shows = async (part: Locator, text: string): Promise<void> => {
	await expect.element(part).toBeVisible();
	await expect.poll(() => part.element().textContent).toContain(text);
};

const program = page.getByRole('region', { name: 'Program', exact: true });

test('a preset in one language and style after the other, by the keyboard', async () => {
	await show(preset('line-server'));
	await expect.element(page.getByRole('button', { name: 'Copy' })).toHaveFocus();
	await shows(program, 'socket.SO_REUSEADDR');
	const leftOut = page.getByRole('region', { name: 'Not in this program' });
	await shows(leftOut, 'Serving several clients at once');
	await page.getByRole('radio', { name: 'Blocking' }).click();
	await userEvent.keyboard('{ArrowRight}');
	await shows(program, 'threading.Thread');
	await expect.element(leftOut).not.toBeInTheDocument();
	await page.getByRole('radio', { name: 'Node' }).click();
	await shows(program, "from 'node:net'");
	await expect.element(page.getByText('node line-server.mjs')).toBeVisible();
});

test('the client of a recorded conversation', async () => {
	const bytes = (text: string) => new TextEncoder().encode(text);
	host.recording = ({ connection }) => ({
		connection,
		endpoint: 'echo',
		transport: 'stream',
		client: '127.0.0.1:40000',
		server: '127.0.0.1:9000',
		events: [
			{ type: 'data', from: 'client', time: 1n, bytes: bytes('hello') },
			{ type: 'data', from: 'server', time: 2n, bytes: bytes('HELLO') },
			{ type: 'end', from: 'client', time: 3n },
		],
		notes: [],
	});
	await show({ of: 'connection', connection: 3 });
	await expect.element(page.getByRole('heading', { name: 'Connection #3 as code' })).toBeVisible();
	await shows(program, "expect(connection, b'HELLO')");
});

test('the port of a running endpoint, whose config leaves the choice to the system', async () => {
	await show({ of: 'endpoint', config: { kind: 'tcp-server', name: 'mine', port: 0 }, port: 40_123 });
	await shows(program, 'PORT = 40123');
});

test('a proxy in the first style that writes it', async () => {
	await show(preset('tcp-proxy'));
	await shows(program, "TARGET = ('127.0.0.1', 9000)");
	await expect.element(page.getByRole('radio', { name: 'Blocking' })).not.toBeInTheDocument();
});

test('a language without the sockets', async () => {
	await show(preset('class-unix-datagram'));
	await page.getByRole('radio', { name: 'Node' }).click();
	await shows(page.getByRole('alert'), 'Node cannot do this.');
});

const greet = savedPayloadSchema.parse({ name: 'greet', format: 'text', text: 'hello', lineEnding: 'lf' });

/** The program of a payload, as the command line writes it. */
function payloadProgram(url: string): string {
	const [protocol = '', host = '', port = ''] = url.split(/:\/\/|:/);
	const kind = protocol === 'udp' ? 'udp' : 'tcp-client';
	const place = { host, port: Number(port) };
	const client = kind === 'udp' ? udpSender('send', place) : { kind, name: 'send', ...place };
	const described = programOfPayload(greet, endpointConfigSchema.parse(client));
	return codeLanguages[0]?.styles.blocking?.(described, code)?.text ?? '';
}

test('a payload, to where the composer sends, and to another address', async () => {
	const config = endpointConfigSchema.parse({ kind: 'tcp-client', name: 'c', host: '127.0.0.1', port: 4000 });
	useWorkbench.setState(fromSnapshot({ endpoints: [endpointState('c', { config })], connections: [] }));
	await show({ of: 'payload', payload: greet, target: 'c' });
	await expect.element(page.getByRole('heading', { name: 'greet as code' })).toBeVisible();
	const to = page.getByRole('textbox', { name: 'To' });
	await expect.element(to).toHaveValue('tcp://127.0.0.1:4000');
	const text = () => program.element().textContent;
	await expect.poll(text).toBe(payloadProgram('tcp://127.0.0.1:4000'));
	expect(text()).toContain("b'hello\\n'");
	await to.fill('udp://127.0.0.1:4001');
	await expect.poll(text).toBe(payloadProgram('udp://127.0.0.1:4001'));
	await to.fill('udp://127.0.0.1');
	await expect.element(to).toHaveAttribute('aria-invalid', 'true');
	expect(text()).toBe(payloadProgram('udp://127.0.0.1:4001'));
	useWorkbench.setState(useWorkbench.getInitialState(), true);
});

test('a payload without a target, and one for a server, which a client sends to', async () => {
	const first = await show({ of: 'payload', payload: greet });
	await expect.element(page.getByRole('textbox', { name: 'To' })).toHaveValue('tcp://127.0.0.1:9000');
	await first.unmount();
	const config = endpointConfigSchema.parse({ kind: 'tcp-server', name: 's', host: '0.0.0.0', port: 4002 });
	useWorkbench.setState(fromSnapshot({ endpoints: [endpointState('s', { config })], connections: [] }));
	await show({ of: 'payload', payload: greet, target: 's' });
	await expect.element(page.getByRole('textbox', { name: 'To' })).toHaveValue('tcp://127.0.0.1:4002');
	useWorkbench.setState(useWorkbench.getInitialState(), true);
});

const step = (type: string, text: string) =>
	type === 'send'
		? { type, payload: { format: 'text', text }, lineEnding: 'lf' }
		: { type, expectation: { type: 'bytes', pattern: { format: 'escaped', text } } };

test('a test, whose client does the steps', async () => {
	const client = { kind: 'tcp-client', name: 't', host: '127.0.0.1', port: 4003 };
	const written = sequenceSchema.parse({
		name: 'echoes',
		client,
		steps: [step('send', 'hello'), step('expect', 'HELLO\\n')],
	});
	await show({ of: 'test', test: written });
	await expect.element(page.getByRole('heading', { name: 'echoes as code' })).toBeVisible();
	const described = programOfTest(written);
	if ('unwritten' in described) throw new Error(described.unwritten);
	await expect
		.poll(() => program.element().textContent)
		.toBe(codeLanguages[0]?.styles.blocking?.(described, code)?.text);
	await shows(program, "expect(connection, b'HELLO\\n')");
});

test('a test that no program is written for, with the reason', async () => {
	const client = { kind: 'tcp-client', name: 't', host: '127.0.0.1', port: 4003 };
	const reset = sequenceSchema.parse({ name: 'resets', client, steps: [{ type: 'reset' }] });
	await show({ of: 'test', test: reset });
	await shows(page.getByRole('alert'), 'No program is written for a test with this: reset.');
});

test('in Chinese, with Chinese comments', async () => {
	await showLanguage('zh-Hans');
	const { container } = await show(preset('line-server'));
	await shows(page.getByRole('region', { name: '程序', exact: true }), 'accept 等待下一个客户端');
	const code = container.ownerDocument.querySelector('pre')?.textContent ?? '';
	const names = [code, 'line-server', 'Python', 'Node', 'Shell', 'asyncio', 'selectors', 'socketserver', 'python3'];
	expect(latinTexts(container.ownerDocument.querySelector('dialog') ?? container, names)).toEqual([]);
});
