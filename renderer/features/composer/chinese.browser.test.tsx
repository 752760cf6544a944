import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { endpointConfigSchema } from '../../../common/endpoints/index.ts';
import { takeSendings } from '../../app/state/endpoints/sendings.ts';
import { fromSnapshot, useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { setSession } from '../../app/state/host/session.ts';
import { takePayloads } from '../../app/state/templates/payloads.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { endpointState, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { showLanguage } from '../../words/index.ts';
import { latinTexts } from '../../words/latin-words.fixture.ts';
import { ComposerPanel } from './ComposerPanel.tsx';
import { type Composer, changeDraft, useComposer } from './store.ts';

/** Keys, notations and what a person has written. */
const NAMES = 'Ann,Alt,Enter,Shift_JIS,Shift,Ctrl,counter,time iso,CRLF,CRC,HOST:PORT,host:port,udp,ASCII'.split(',');
/** Names of charsets and checksums. */
const CODES = 'GB18030,GBK,Big5,EUC,IBM,Mac,Windows,Latin,ISO,KOI,MODBUS,XMODEM,CCITT,FALSE'.split(',');

const host = fakeHost();
setSession(host.session);

afterEach(async () => {
	await showLanguage('en');
	takeSendings([]);
	useComposer.setState(useComposer.getInitialState(), true);
	useSelection.setState(useSelection.getInitialState(), true);
	useWorkbench.setState(useWorkbench.getInitialState(), true);
});

async function show(): Promise<HTMLElement> {
	await showLanguage('zh-Hans');
	const config = endpointConfigSchema.parse({
		kind: 'udp',
		name: 'Ann',
		port: 0,
		remote: { host: '127.0.0.1', port: 9 },
	});
	useWorkbench.setState(fromSnapshot({ endpoints: [endpointState('a', { config, status: 'open' })], connections: [] }));
	takePayloads({
		payloads: [
			{
				name: 'Ann',
				format: 'text',
				text: 'Ann',
				charset: 'utf-8',
				lineEnding: 'none',
				checksums: [],
				template: false,
			},
		],
		variables: {},
		filters: [],
		colours: [],
	});
	takeSendings([
		{
			id: 's',
			endpoint: 'a',
			what: 'repeat',
			name: '',
			connections: 1,
			state: 'stopped',
			messages: 3,
			bytes: 9,
			partBytes: 2,
			failed: [],
			failures: 0,
			repeat: { count: 5, intervalMs: 10, planned: 5, rate: 2, meanLateMs: 1, maxLateMs: 2 },
		},
	]);
	useSelection.getState().selectEndpoint('a');
	useComposer.setState({ pinned: true });
	const { container } = await render(<ComposerPanel />, { wrapper: TooltipProvider });
	if (!(container instanceof HTMLElement)) throw new Error('There is no composer.');
	return container;
}

const ROWS: readonly NonNullable<Composer['extra']>[] = ['checksum', 'repeat', 'file', 'history', 'save'];

test.each(ROWS)('the composer with its row of %s is in Chinese', async (extra) => {
	const container = await show();
	changeDraft({ text: 'Ann\r\nAnn\n{{' });
	useComposer.setState({ extra });
	for (const part of ['将发送 11 个字节：', '行尾混用：', '已发送 3，共 5，以及下一条的 2 个字节'])
		await expect.poll(() => container.textContent).toContain(part);
	expect(latinTexts(container, [...NAMES, ...CODES])).toEqual([]);
});

test('what stands in the way of a message is in Chinese', async () => {
	const container = await show();
	useComposer.setState({ target: undefined, typed: 'udp 127.0.0.1' });
	await expect.poll(() => container.textContent).toContain('发往：缺少端口，例如 127.0.0.1:9000。');
	changeDraft({ format: 'hex', text: '6' });
	expect(latinTexts(container, [...NAMES, ...CODES])).toEqual([]);
});

test('the fault of a written message is in the page’s language', async () => {
	const container = await show();
	changeDraft({ format: 'hex', text: '0a zz' });
	await expect.poll(() => container.textContent).toContain('应为两位十六进制数字的字节，而不是 “z”。');
	changeDraft({ format: 'text', text: '{{nothing}}', template: true });
	await expect.poll(() => container.textContent).toContain('没有 {{nothing}}，可以写：');
});
