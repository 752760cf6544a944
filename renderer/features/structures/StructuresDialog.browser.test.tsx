import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { openFiles } from '../../app/state/capture/open-file.ts';
import { setSession } from '../../app/state/host/session.ts';
import { useStructures } from '../../app/state/templates/structures.ts';
import { onOfferedDraft } from '../../app/state/window/composer-draft.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { useToasts } from '../../app/state/window/toasts.ts';
import { type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { showLanguage } from '../../words/index.ts';
import { latinTexts } from '../../words/latin-words.fixture.ts';
import { StructuresDialog } from './StructuresDialog.tsx';

const OWN = {
	structure: 1,
	id: 'point',
	title: 'Point',
	fields: [
		{ name: 'length', type: 'u8' },
		{ name: 'x', type: 'i16' },
		{ name: 'label', type: 'text', length: 'length' },
	],
};

let host: FakeHost;

beforeEach(() => {
	host = fakeHost();
	setSession(host.session);
	useStructures.setState({ structures: [OWN] });
});

afterEach(async () => {
	closeDialog();
	host.close();
	useStructures.setState(useStructures.getInitialState(), true);
	useToasts.setState(useToasts.getInitialState(), true);
	await showLanguage('en');
});

const open = () => render(<StructuresDialog />, { wrapper: TooltipProvider });
const bytes = () => page.getByLabelText('Bytes in hexadecimal');

test('a message is read as its fields, each tied to its bytes', async () => {
	await open();
	await bytes().fill('02 ff fe 68 69');
	await expect.element(page.getByRole('treeitem', { name: 'label hi' })).toBeVisible();
	await page.getByRole('treeitem', { name: 'x -2' }).click();
	await expect.poll(() => document.querySelectorAll('.hex-byte.hex-selected').length).toBe(2);
	await bytes().fill('02 ff');
	await expect.element(page.getByText('1 byte missing')).toBeVisible();
});

test('a form makes the message, and puts it into the composer; what is wrong stands at its field', async () => {
	const drafts: Uint8Array[] = [];
	const stop = onOfferedDraft(({ bytes: draft }) => drafts.push(draft));
	await open();
	await page.getByText('Compose a message').click();
	await page.getByLabelText('x', { exact: true }).fill('70000');
	await page.getByLabelText('label').fill('hi');
	await expect.element(page.getByLabelText('x', { exact: true })).toHaveAttribute('aria-invalid', 'true');
	await expect.element(page.getByRole('button', { name: 'Put into the composer' })).toBeDisabled();
	await page.getByLabelText('x', { exact: true }).fill('-2');
	await expect.element(page.getByText('02 ff fe 68 69')).toBeVisible();
	await page.getByRole('button', { name: 'Put into the composer' }).click();
	expect(drafts).toEqual([Uint8Array.of(2, 0xff, 0xfe, 0x68, 0x69)]);
	stop();
});

test('a structure of the workspace is saved in place of itself, a sample as a new one', async () => {
	const saved = () => host.calls.filter(({ name }) => name === 'structureSave').map(({ input }) => input);
	await open();
	await page.getByRole('button', { name: 'Save in the workspace' }).click();
	await expect.poll(saved).toEqual([{ structure: OWN, replaces: 'point' }]);
	await page.getByRole('button', { name: 'RTP (RFC 3550)' }).click();
	await page.getByRole('button', { name: 'Save in the workspace' }).click();
	await expect.poll(() => saved().length).toBe(2);
	expect(saved()[1]).toMatchObject({ structure: { id: 'rtp' } });
	expect(saved()[1]).not.toHaveProperty('replaces');
});

test('what is typed while a structure is being saved stays, under its new id', async () => {
	const { promise, resolve } = Promise.withResolvers<void>();
	host.saving = () => promise;
	await open();
	const editor = page.getByRole('textbox', { name: 'Structure as JSON' });
	await editor.fill(JSON.stringify({ ...OWN, id: 'spot' }));
	await page.getByRole('button', { name: 'Save in the workspace' }).click();
	const typed = JSON.stringify({ ...OWN, id: 'spot', title: 'Spot' });
	await editor.fill(typed);
	resolve();
	await expect.poll(() => useToasts.getState().toasts.map(({ title }) => title)).toEqual(['Point is saved.']);
	await expect.element(editor).toHaveTextContent(typed);
	host.saving = async () => undefined;
	await page.getByRole('button', { name: 'Save in the workspace' }).click();
	await expect
		.poll(() => host.calls.filter(({ name }) => name === 'structureSave').at(-1)?.input)
		.toMatchObject({ structure: { id: 'spot', title: 'Spot' }, replaces: 'spot' });
});

test('a fault is listed with its place, and nothing can be saved', async () => {
	useStructures.setState({ structures: [{ ...OWN, fields: [{ name: 'a', type: 'bytes', length: 'nope' }] }] });
	await open();
	await expect.element(page.getByRole('button', { name: 'fields[0].length' })).toBeVisible();
	await expect.element(page.getByText('The structure has no field “nope”.')).toBeVisible();
	await expect.element(page.getByRole('button', { name: 'Save in the workspace' })).toBeDisabled();
});

test('the dialog is in Chinese', async () => {
	await showLanguage('zh-Hans');
	useStructures.setState({ structures: [{ ...OWN, fields: [{ name: 'a', type: 'bytes', length: 'nope' }] }] });
	await open();
	await expect.element(page.getByText('此工作区中的结构')).toBeVisible();
	const titles = [...document.querySelectorAll<HTMLElement>('.structure-entry')].map(({ title }) => title);
	expect(latinTexts(document.body, [...titles, 'fields[0].length', 'nope', '.proto', '.ksy', 'JSON'])).toEqual([]);
});

test('a .proto file becomes a structure whose fields have its names', async () => {
	await open();
	const text =
		'syntax = "proto3"; package acme; message Part { sint32 x = 1; } message Whole { Part part = 1; string name = 2; }';
	const file = new File([text], 'acme.proto');
	await userEvent.upload(page.getByTestId('structure-files'), file);
	await bytes().fill('0a02 0803 1202 6869');
	await expect.element(page.getByRole('treeitem', { name: 'name hi' })).toBeVisible();
	await expect.element(page.getByRole('treeitem', { name: 'part Part' })).toBeVisible();
	await page.getByRole('button', { name: 'Save in the workspace' }).click();
	await expect.poll(() => useStructures.getState().structures.map(({ id }) => id)).toEqual(['point', 'whole']);
});

test('several dropped files are imported: what is outside of each is named, and one that cannot be is reported', async () => {
	await open();
	const ksy = `
meta: { id: pair, endian: be }
seq:
  - { id: first, type: u1 }
  - { id: packed, size: 2, process: zlib }
`;
	const json = JSON.stringify({ structure: 1, id: 'own', fields: [{ name: 'only', type: 'u16' }] });
	openFiles([
		new File([ksy], 'pair.ksy'),
		new File([json], 'own.json'),
		new File(['message Broken {'], 'broken.proto'),
	]);
	const imported = (file: string) => page.getByRole('button', { name: file });
	await expect.element(imported('pair.ksy')).toBeVisible();
	await expect.element(imported('own.json')).toBeVisible();
	await expect
		.poll(() => useToasts.getState().toasts.map(({ title }) => title))
		.toEqual(['broken.proto cannot be imported']);
	await imported('pair.ksy').click();
	await expect
		.element(page.getByRole('note'))
		.toHaveTextContent('Not imported from pair.ksy:seq[1].process: It is not imported: structures have no zlib.');
	await imported('own.json').click();
	await expect.element(page.getByRole('note')).not.toBeInTheDocument();
	await bytes().fill('0102');
	await expect.element(page.getByRole('treeitem', { name: 'only 258' })).toBeVisible();
	await page.getByRole('button', { name: 'Save in the workspace' }).click();
	await expect.poll(() => useStructures.getState().structures.map(({ id }) => id)).toContain('own');
	await expect.element(imported('own.json')).not.toBeInTheDocument();
});
