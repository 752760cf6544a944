import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { CapturedConnection } from '../../../common/contract/calls/stream.ts';
import type { CallOutput } from '../../../common/contract/index.ts';
import { setSession } from '../../app/state/host/session.ts';
import { type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { showLanguage } from '../../words/index.ts';
import { latinTexts } from '../../words/latin-words.fixture.ts';
import { ConversationPanel } from './ConversationPanel.tsx';
import DecodedLine from './decoded/DecodedLine.tsx';
import { useConversation } from './state/store.ts';
import '../../ui/tokens.css';
import '../../ui/base.css';

let host: FakeHost;

beforeEach(() => {
	host = fakeHost();
	setSession(host.session);
});

afterEach(async () => {
	host.close();
	useConversation.setState(useConversation.getInitialState(), true);
	await showLanguage('en');
});

/** The choice of the centre's view is no part of this feature. */
const untranslated = (part: Element) =>
	latinTexts(part, ['View of the traffic', 'Log', 'Conversation', 'Sequence diagram']);

test('speaks Chinese: its tools, the search and what it says without data', async () => {
	await showLanguage('zh-Hans');
	const { container } = await render(<ConversationPanel />, { wrapper: TooltipProvider });
	await expect.element(page.getByRole('button', { name: '选择连接' })).toBeVisible();
	await expect.element(page.getByText('还没有任何收发')).toBeVisible();
	await page.getByRole('button', { name: '选择连接' }).click();
	await expect.element(page.getByText('抓包记录中还没有连接')).toBeVisible();
	expect(untranslated(container)).toEqual([]);
	await userEvent.keyboard('{Escape}');
	useConversation.setState({ connection: 3, finding: true, mode: 'boundaries', pair: 4 });
	await expect.element(page.getByRole('listbox', { name: '数据块与消息' })).toBeInTheDocument();
	await expect.element(page.getByRole('textbox', { name: '在会话中查找' })).toHaveFocus();
	await expect.element(page.getByText('0 个事件，0 字节，0 条消息')).toBeVisible();
	expect(untranslated(container)).toEqual([]);
	useConversation.setState({ mode: 'parts' });
	await expect.element(page.getByText('没有头部：还没有空行')).toBeVisible();
	expect(untranslated(container)).toEqual([]);
});

/** A connection of the capture. */
const captured = (id: number, endpoint: string): CapturedConnection => ({
	id,
	endpoint,
	protocol: 'tcp',
	local: `127.0.0.1:${id}`,
	remote: '127.0.0.1:9',
	first: id,
	events: 1,
	bytesIn: 0,
	bytesOut: 0,
	closed: false,
});

test('shows the connection that a person has chosen, though the selected one is found later', async () => {
	const connections = [captured(1, 'http-server'), captured(2, 'http-client')];
	const late = Promise.withResolvers<CallOutput<'captureConnections'>>();
	let asked = 0;
	// What is selected is looked for at the end of the list; the picker reads the list from its start.
	host.connections = ({ count }) => {
		if (count > 1) return { connections, total: 2 };
		asked += 1;
		return late.promise;
	};
	await render(<ConversationPanel />, { wrapper: TooltipProvider });
	await page.getByRole('button', { name: 'Choose a connection' }).click();
	await page.getByRole('option', { name: /http-client tcp/ }).click();
	const chosen = page.getByRole('button', { name: 'Connection #2' });
	await expect.element(chosen).toBeVisible();
	late.resolve({ connections, total: 2, endpoints: [] });
	await expect.poll(() => asked).toBe(2);
	// Answers keep their order.
	await host.session.call('captureConnections', { capture: 'c1', text: '', from: 0, count: 2 });
	await expect.element(chosen).toBeVisible();
});

const head = (n: number) => ({ type: 'head' as const, n, time: BigInt(n), direction: 'in' as const, length: 12 });

test('a message shows in a line what it says, decoded, from bytes that are read once', async () => {
	host.connections = () => ({ connections: [{ ...captured(7, 'plc'), local: '127.0.0.1:502' }], total: 1 });
	const asked: number[] = [];
	host.bytes = ({ n, length }) => {
		asked.push(n);
		expect(length).toBeLessThanOrEqual(4096);
		const text = n === 3 ? 'hello' : '\0\x01\0\0\0\x06\x11\x03\0\x6b\0\x03';
		return { bytes: new TextEncoder().encode(text), total: text.length };
	};
	const lines = (
		<>
			<DecodedLine line={head(3)} connection={7} />
			<DecodedLine line={head(5)} connection={7} />
		</>
	);
	const { rerender } = await render(lines, { wrapper: TooltipProvider });
	const shown = page.getByText('modbus: request, unit 17, Read Holding Registers: 3 registers at 107');
	await expect.element(shown).toBeVisible();
	await rerender(<p>elsewhere</p>);
	await rerender(lines);
	await expect.element(shown).toBeVisible();
	expect(asked.toSorted()).toEqual([3, 5]);
});

test('a message in the stream of a side says what it is, read from its first byte', async () => {
	host.connections = () => ({ connections: [{ ...captured(7, 'plc'), local: '127.0.0.1:502' }], total: 1 });
	const text = '\0\x01\0\0\0\x06\x11\x03\0\x6b\0\x03';
	const asked: unknown[] = [];
	host.stream = (input) => {
		asked.push(input);
		return { bytes: new TextEncoder().encode(text) };
	};
	const part = { connection: 7, side: 'in', offset: 5, length: 12 } as const;
	await render(<DecodedLine line={head(11)} connection={7} part={part} />, { wrapper: TooltipProvider });
	await expect
		.element(page.getByText('modbus: request, unit 17, Read Holding Registers: 3 registers at 107'))
		.toBeVisible();
	expect(asked).toMatchObject([{ connection: 7, side: 'in', n: 11, offset: 5, length: 12 }]);
});

test('the decoded lines of a dialogue are switched on and off', async () => {
	useConversation.setState({ connection: 3 });
	await render(<ConversationPanel />, { wrapper: TooltipProvider });
	const button = page.getByRole('button', { name: 'Decoded lines' });
	await button.click();
	await expect.element(button).toHaveAttribute('aria-pressed', 'true');
	useConversation.setState({ mode: 'boundaries' });
	await expect.element(button).toHaveAttribute('aria-pressed', 'true');
	await expect.poll(() => document.querySelector('.cut-head')?.className).toContain('cut-decoded');
	useConversation.setState({ mode: 'parts' });
	await expect.element(button).not.toBeInTheDocument();
});
