import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { RecordedEvent, Recording, ReplayState } from '../../../common/contract/calls/recording.ts';
import { diskErrors } from '../../../common/words/en/sentences/disks.ts';
import { replayTexts } from '../../../common/words/en/sentences/recordings.ts';
import { diskErrors as chineseDisk } from '../../../common/words/zh-hans/sentences/disks.ts';
import { replayTexts as chineseTexts } from '../../../common/words/zh-hans/sentences/recordings.ts';
import { setSession } from '../../app/state/host/session.ts';
import { useDialogs } from '../../app/state/window/dialogs.ts';
import { type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { showLanguage } from '../../words/index.ts';
import { latinTexts } from '../../words/latin-words.fixture.ts';
import { RecordingDialog } from './RecordingDialog.tsx';
import { ReplayProgress } from './ReplayProgress.tsx';

let host: FakeHost;

beforeEach(() => {
	host = fakeHost();
	setSession(host.session);
});

afterEach(async () => {
	await showLanguage('en');
	host.close();
	useDialogs.setState({ open: undefined });
});

const said = (from: 'client' | 'server', text: string): RecordedEvent => ({
	type: 'data',
	from,
	time: 1_700_000_000_000_000_000n,
	bytes: new TextEncoder().encode(text),
});

async function open(
	as: 'test' | 'mock' | 'replay',
	events: readonly RecordedEvent[],
	tls?: Recording['tls'],
	note = 'The first packets are missing.',
): Promise<void> {
	host.recording = ({ connection }) => ({
		connection,
		endpoint: 'echo',
		transport: 'stream',
		client: '127.0.0.1:40000',
		server: '127.0.0.1:9000',
		...(tls && { tls }),
		events: [...events],
		notes: [note],
	});
	await render(<RecordingDialog capture={undefined} connection={3} as={as} />, { wrapper: TooltipProvider });
}

const made = (name: string) => host.calls.filter((call) => call.name === name).map(({ input }) => input);

test('a part that is switched off stays as recorded in the mock, which is created and not started', async () => {
	await open('mock', [said('client', 'when?'), said('server', 'at 2023-11-14T22:13:20.000Z')]);
	await expect.element(page.getByText('The first packets are missing.')).toBeVisible();
	await expect.element(page.getByText('1 of 1 vary', { exact: false })).toBeVisible();
	await page.getByRole('checkbox', { name: /^a date of ISO 8601/ }).click();
	await page.getByRole('textbox', { name: 'Listens on' }).fill('[::1]:0');
	await userEvent.keyboard('{Enter}');
	await expect
		.poll(() => made('endpointCreate'))
		.toMatchObject([
			{
				config: {
					kind: 'tcp-server',
					name: 'Mock of echo',
					host: '::1',
					port: 0,
					responder: { rules: [{ reply: { text: 'at 2023-11-14T22:13:20.000Z' } }] },
				},
			},
		]);
	expect(made('endpointStart')).toEqual([]);
});

test('a test of the server side is saved and shown in the tests', async () => {
	await open('test', [said('client', 'ann'), said('server', 'hello ann')]);
	await page.getByRole('radio', { name: 'Server', exact: true }).click();
	await page.getByRole('textbox', { name: 'Name' }).fill('greeting');
	await userEvent.keyboard('{Enter}');
	await expect
		.poll(() => made('testSave'))
		.toMatchObject([{ test: { name: 'greeting', connections: { server: {} } } }]);
	await expect.poll(() => useDialogs.getState().open).toEqual({ kind: 'tests', shows: { name: 'greeting' } });
});

test('TLS of the recorded connection is part of what is made, unless it is switched off; a note says what it is', async () => {
	const tls = { version: 'TLSv1.3', alpn: 'h2', unverified: true, clientCertificate: false };
	await open('replay', [said('client', 'ann'), said('server', 'hello ann')], tls);
	await expect.element(page.getByText('does not verify the server’s certificate', { exact: false })).toBeVisible();
	await page.getByRole('checkbox', { name: 'Verify the server’s certificate' }).click();
	await page.getByRole('checkbox', { name: 'Original rhythm' }).click();
	await page.getByRole('button', { name: 'Replay', exact: true }).click();
	await expect
		.poll(() => made('replayStart'))
		.toMatchObject([{ how: { side: 'client', rhythm: true, place: { tls: { verify: true, alpn: ['h2'] } } } }]);
	await page.getByRole('checkbox', { name: 'TLS', exact: true }).click();
	await expect.element(page.getByText('its bytes are not encrypted', { exact: false })).toBeVisible();
	await page.getByRole('button', { name: 'Replay', exact: true }).click();
	await expect.poll(() => made('replayStart')).toHaveLength(2);
	expect(made('replayStart')[1]).toMatchObject({ how: { place: { protocol: 'tcp' } } });
	expect(JSON.stringify(made('replayStart')[1])).not.toContain('tls');
});

test('a connection without data, and one that is too large, are explained', async () => {
	await open('test', []);
	await expect.element(page.getByText('Nobody has sent anything yet')).toBeVisible();
	host.recording = () => {
		throw new WirebenchError('too-large', 'The conversation has more than 20000 events.');
	};
	await render(<RecordingDialog capture={undefined} connection={4} as="replay" />, { wrapper: TooltipProvider });
	await expect.element(page.getByText('The conversation has more than 20000 events.')).toBeVisible();
	await expect.element(page.getByRole('alert')).toBeVisible();
});

test('a replay shows at its end what differed', async () => {
	const [expected, got] = ['abc', 'abx'].map((text) => new TextEncoder().encode(text));
	const state: ReplayState = {
		status: 'done',
		turn: 2,
		turns: 2,
		received: 3,
		expected: 3,
		sent: 1,
		difference: { turn: 2, at: 2, expected: expected ?? new Uint8Array(), got: got ?? new Uint8Array() },
		notes: [],
	};
	const place = { protocol: 'tcp', host: '127.0.0.1', port: 9000 } as const;
	const how = { side: 'client', place, rhythm: false, withinMs: 5000, ignoreVarying: true } as const;
	await render(<ReplayProgress run={{ id: 1, name: 'echo #3', how, state }} />);
	await expect.element(page.getByRole('status')).toHaveTextContent('Different from the recording');
	await expect.element(page.getByText(/Turn 2 differs from the recording\.\s+At byte 2/)).toBeVisible();
	expect(page.getByRole('button', { name: 'Stop' }).elements()).toEqual([]);
});

test('speaks Chinese: what it becomes, what varies and how a replay ended', async () => {
	await showLanguage('zh-Hans');
	const tls = { version: 'TLSv1.3', alpn: '', unverified: true, clientCertificate: true };
	await open('test', [said('client', 'when?'), said('server', 'at 2023-11-14T22:13:20.000Z')], tls);
	await expect
		.element(page.getByRole('checkbox', { name: 'ISO 8601 日期，即录制的时间（服务器；第 2 轮，字节 4）' }))
		.toBeVisible();
	await expect.element(page.getByText('录制的客户端出示了证书，这个没有证书。')).toBeVisible();
	const dialog = page.getByRole('dialog').element();
	// What the host and the peers said, and a pattern.
	const quoted = ['The first packets are missing.', 'echo', 'ISO', 'at 2023', 'time iso'];
	expect(latinTexts(dialog, quoted)).toEqual([]);
	await page.getByRole('radio', { name: '模拟服务器' }).click();
	await expect.element(page.getByText('创建后处于停止状态', { exact: false })).toBeVisible();
	await page.getByRole('radio', { name: '重放' }).click();
	await page.getByRole('textbox', { name: '连接到' }).fill('nowhere');
	await expect.element(page.getByText('端口为 1 到 65535', { exact: false })).toBeVisible();
	expect(latinTexts(dialog, [...quoted, 'Unix'])).toEqual([]);
	const state: ReplayState = { status: 'done', turn: 2, turns: 2, received: 3, expected: 3, sent: 1, notes: [] };
	const place = { protocol: 'tcp', host: '127.0.0.1', port: 9000 } as const;
	const how = { side: 'client', place, rhythm: false, withinMs: 5000, ignoreVarying: true } as const;
	const { container } = await render(<ReplayProgress run={{ id: 1, name: 'echo #3', how, state }} />);
	await expect.element(page.getByText('与录制相同')).toBeVisible();
	expect(container.textContent).toContain('相同：2 / 2 轮，发送 1 字节，接收 3 字节，录制 3 字节');
	expect(latinTexts(container)).toEqual([]);
});

test('speaks Chinese: what a recording lacks, what was not as recorded, and why a replay failed', async () => {
	await showLanguage('zh-Hans');
	await open('replay', [said('client', 'one')], undefined, replayTexts.recordedWithoutStart);
	await expect.element(page.getByText(chineseTexts.recordedWithoutStart)).toBeVisible();
	const state: ReplayState = { status: 'done', turn: 1, turns: 2, received: 0, expected: 3, sent: 1, notes: [] };
	const place = { protocol: 'tcp', host: '127.0.0.1', port: 9000 } as const;
	const how = { side: 'client', place, rhythm: false, withinMs: 5000, ignoreVarying: true } as const;
	const differs = { ...state, notes: [replayTexts.replayOver({ turn: 2 })] };
	const full = { code: 'diskFull', params: {} };
	const failed: ReplayState = {
		...state,
		status: 'failed',
		message: `ENOSPC (28): ${diskErrors.diskFull.message}`,
		says: full,
	};
	const { container, rerender } = await render(
		<ReplayProgress run={{ id: 1, name: 'echo #3', how, state: differs }} />,
	);
	expect(container.textContent).toContain(chineseTexts.replayOver({ turn: 2 }));
	expect(latinTexts(container)).toEqual([]);
	await rerender(<ReplayProgress run={{ id: 1, name: 'echo #3', how, state: failed }} />);
	expect(container.textContent).toContain(`ENOSPC (28): ${chineseDisk.diskFull.message}`);
	expect(latinTexts(container, ['ENOSPC'])).toEqual([]);
});
