import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { explain } from '../../../common/words/en/explain/index.ts';
import { setSession } from '../../app/state/host/session.ts';
import { fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { showLanguage } from '../../words/index.ts';
import { latinTexts } from '../../words/latin-words.fixture.ts';
import { Gallery } from './Gallery.tsx';

/** Keys, programs, classes of Python and words that presets send. */
const NAMES =
	'Enter,Ctrl,Alt,udp,curl,socat,HTTP,ASCII,Hello,hepeng,Yes,exit,DEL,GET,SET,KEYS,socketserver.TCPServer,socketserver.UDPServer,socketserver.UnixStreamServer,socketserver.UnixDatagramServer'.split(
		',',
	);

const nothing = () => undefined;

afterEach(() => showLanguage('en'));

test('the gallery is in Chinese, and finds things by English words, aliases and Chinese ones', async () => {
	const host = fakeHost();
	setSession(host.session);
	await showLanguage('zh-Hans');
	const { container } = await render(
		<Gallery
			onChoose={nothing}
			onStart={nothing}
			unfinished=""
			onContinue={nothing}
			onCreated={nothing}
			onLesson={nothing}
		/>,
		{ wrapper: TooltipProvider },
	);
	const options = () =>
		[...container.querySelectorAll('.gallery-option > .gallery-title')].map((one) => one.textContent);
	await expect.poll(options).toContain('TCP 服务器');
	const ids = [...container.querySelectorAll('.gallery-id')].map(({ textContent }) => textContent ?? '');
	const names = [...ids, ...NAMES, 'Unix'].toSorted((a, b) => b.length - a.length);
	expect(latinTexts(container, names)).toEqual([]);
	const field = page.getByRole('combobox');
	for (const [query, first] of [
		['tcp server', 'TCP 服务器'],
		['服务器', 'TCP 服务器'],
		['SO_REUSEADDR', 'TCP 服务器'],
		['udp 客户端', 'UDP 客户端'],
	] as const) {
		await userEvent.fill(field, query);
		await expect.poll(() => options()[0]).toBe(first);
	}
	await userEvent.fill(field, 'half-close');
	await expect.poll(() => container.querySelector('.gallery-about')?.textContent).toContain('接下来：发送 "hello"');
	await userEvent.fill(field, 'nc -l 9000 -w 3 | cat');
	const notes = () => [...container.querySelectorAll('.gallery-command-note')].map(({ textContent }) => textContent);
	await expect
		.poll(notes)
		.toEqual([
			'nc -l 9000：--wait 已略去。',
			'nc -l 9000：原命令监听所有网络接口，此处监听 127.0.0.1。',
			'nc：| 之后的内容已略去。',
		]);
	await userEvent.fill(field, '没有这样的东西');
	await expect.poll(() => container.textContent).toContain('没有包含所有这些词的条目。');
	host.close();
});

test('a learner finds the lessons, and each blank kind says what it does', async () => {
	const host = fakeHost();
	setSession(host.session);
	const opened: (string | undefined)[] = [];
	const { container } = await render(
		<Gallery
			onChoose={nothing}
			onStart={nothing}
			unfinished={undefined}
			onContinue={nothing}
			onCreated={nothing}
			onLesson={(lesson) => opened.push(lesson)}
		/>,
		{ wrapper: TooltipProvider },
	);
	const strip = page.getByRole('region', { name: 'Lessons' });
	await strip.getByRole('button', { name: 'Open the lessons' }).click();
	const field = page.getByRole('combobox');
	await userEvent.fill(field, 'sticky packets');
	await strip.getByRole('button', { name: /^Lesson: .*sticky/i }).click();
	expect(opened).toEqual([undefined, 'sticky-packets']);
	await userEvent.fill(field, 'xyzzy');
	await expect.element(strip).not.toBeInTheDocument();
	const about = () => container.querySelector('.gallery-about')?.textContent ?? '';
	for (const [kind, { next }] of Object.entries(explain.kinds)) {
		await userEvent.fill(field, kind);
		await expect.poll(about).toContain(next);
	}
	host.close();
});
