import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { showLanguage } from '../../../words/index.ts';
import { latinTexts } from '../../../words/latin-words.fixture.ts';
import { useCaptures } from '../../state/capture/captures.ts';
import { useViewed } from '../../state/capture/viewed.ts';
import { useWorkbench } from '../../state/endpoints/workbench.ts';
import { setSession } from '../../state/host/session.ts';
import { endpointState, type FakeHost, fakeHost } from '../../testing/host.fixture.ts';
import { CharsetOffer } from './CharsetOffer.tsx';

/** `你好，世界` in GBK. */
const HELLO = Uint8Array.of(0xc4, 0xe3, 0xba, 0xc3, 0xa3, 0xac, 0xca, 0xc0, 0xbd, 0xe7);
const offer = page.getByRole('status');
let host: FakeHost;

/** An endpoint named shop; with a charset, if somebody has chosen one. */
function shop(charset?: string): void {
	const made = endpointState('shop');
	const state = charset === undefined ? made : { ...made, config: { ...made.config, charset } };
	useWorkbench.setState({ endpoints: new Map([['shop', state]]) });
}

beforeEach(() => {
	host = fakeHost();
	setSession(host.session);
	shop();
});

afterEach(async () => {
	useWorkbench.setState(useWorkbench.getInitialState(), true);
	useViewed.setState({ capture: undefined });
	useCaptures.setState(useCaptures.getInitialState(), true);
	await showLanguage('en');
	host.close();
});

test.each([
	['Use GBK', 'gbk'],
	['Keep UTF-8', 'utf-8'],
])('%s is one click, and a choice that ends the offer', async (button, charset) => {
	await render(<CharsetOffer endpoint="shop" own="utf-8" received={HELLO} />);
	await expect.element(offer).toHaveTextContent('Looks like GBK: use it?');
	await page.getByRole('button', { name: button }).click();
	await expect.poll(() => host.calls).toContainEqual({ name: 'endpointSetCharset', input: { id: 'shop', charset } });
	shop(charset);
	await expect.element(offer).not.toBeInTheDocument();
});

test('in an opened capture it is a choice for that capture alone', async () => {
	useViewed.setState({ capture: 'old' });
	await render(<CharsetOffer endpoint="gone" own="utf-8" received={HELLO} />);
	await page.getByRole('button', { name: 'Use GBK' }).click();
	const input = { id: 'old', endpoint: 'gone', charset: 'gbk' };
	await expect.poll(() => host.calls).toContainEqual({ name: 'captureSetCharset', input });
	useCaptures.setState({
		list: [
			{
				id: 'old',
				title: 'old',
				source: '/old',
				kind: 'stored',
				size: 0,
				events: 0,
				warnings: [],
				charsets: { gone: 'gbk' },
			},
		],
	});
	await expect.element(offer).not.toBeInTheDocument();
});

test('speaks Chinese', async () => {
	await showLanguage('zh-Hans');
	const { container } = await render(<CharsetOffer endpoint="shop" own="utf-8" received={HELLO} />);
	await expect.element(offer).toHaveTextContent('看起来是 GBK，改用它吗？');
	expect(latinTexts(container, ['GBK', 'shop'])).toEqual([]);
});

test('offers nothing for UTF-8, for a chosen charset, or for an endpoint that the opened capture has in another one', async () => {
	const { rerender } = await render(
		<CharsetOffer endpoint="shop" own="utf-8" received={new TextEncoder().encode('你好')} />,
	);
	shop('latin1');
	await rerender(<CharsetOffer endpoint="shop" own="utf-8" received={HELLO} />);
	await expect.element(offer).not.toBeInTheDocument();
	shop();
	await expect.element(offer).toBeVisible();
	useViewed.setState({ capture: 'other' });
	await rerender(<CharsetOffer endpoint="shop" own="big5" received={HELLO} />);
	await expect.element(offer).not.toBeInTheDocument();
});
