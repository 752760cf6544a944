import { useState } from 'react';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { PayloadFormat, WrittenBytes } from '../../common/payload/schema.ts';
import { WrittenField } from './WrittenField.tsx';

let written: WrittenBytes;
let submitted: number;

function Fields({ format, multiline }: { readonly format: PayloadFormat; readonly multiline: boolean }) {
	const [value, setValue] = useState<WrittenBytes>({ format, text: '' });
	written = value;
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				submitted += 1;
			}}
		>
			<WrittenField label="Reply" value={value} onChange={setValue} multiline={multiline} />
		</form>
	);
}

const area = page.getByRole('textbox', { name: 'Reply' });

async function open(format: PayloadFormat = 'text', multiline = true): Promise<HTMLTextAreaElement> {
	await render(<Fields format={format} multiline={multiline} />);
	await area.click();
	const element = area.element();
	if (!(element instanceof HTMLTextAreaElement)) throw new Error('It is a text area.');
	return element;
}

const REQUEST = 'GET / HTTP/1.0\r\n\r\n';

async function paste(text: string): Promise<void> {
	await navigator.clipboard.writeText(text);
	await userEvent.keyboard('{Control>}v{/Control}');
}

beforeEach(() => {
	submitted = 0;
});

describe('pasted text', () => {
	test.each([REQUEST, 'lone\rCR', 'mixed\r\nends\nof\rlines', 'tab\tand\x01control\x7f', '\r\n', '␍ itself\r\n'])(
		'is kept unchanged: %j',
		async (text) => {
			await open();
			await paste(text);
			expect(written.text).toBe(text);
		},
	);

	test('shows its line ends, and keeps them through editing, undo and redo', async () => {
		const element = await open();
		await paste(REQUEST);
		expect(element.value).toBe('GET / HTTP/1.0␍\n␍\n');
		element.setSelectionRange(5, 5);
		await userEvent.keyboard('x');
		expect(written.text).toBe('GET /x HTTP/1.0\r\n\r\n');
		await userEvent.keyboard('{Control>}z{/Control}');
		expect(written.text).toBe(REQUEST);
		await userEvent.keyboard('{Control>}a{/Control}{Delete}');
		expect(written.text).toBe('');
		await userEvent.keyboard('{Control>}z{/Control}');
		expect(written.text).toBe(REQUEST);
	});

	test('is cut and copied unchanged', async () => {
		await open();
		await paste(REQUEST);
		await userEvent.keyboard('{Control>}a{/Control}{Control>}c{/Control}');
		expect(await navigator.clipboard.readText()).toBe(REQUEST);
		await userEvent.keyboard('{Control>}x{/Control}');
		expect(written.text).toBe('');
		await userEvent.keyboard('{Control>}v{/Control}{Control>}v{/Control}');
		expect(written.text).toBe(REQUEST + REQUEST);
	});

	test('gets new lines of its own kind, and loses a line end as a whole', async () => {
		const element = await open();
		await paste('a\r\nb');
		await userEvent.keyboard('{Enter}c');
		expect(written.text).toBe('a\r\nb\r\nc');
		element.setSelectionRange(3, 3);
		await userEvent.keyboard('{Backspace}');
		expect(written.text).toBe('ab\r\nc');
		element.setSelectionRange(2, 2);
		await userEvent.keyboard('{Delete}');
		expect(written.text).toBe('abc');
	});

	test('has line ends that are only white space in hex', async () => {
		await open('hex');
		await paste('0d 0a\r\n0d 0a\r\n');
		expect(written.text).toBe('0d 0a\n0d 0a\n');
	});

	test('single-line fields keep its lines too; Enter submits there', async () => {
		await open('text', false);
		await paste(REQUEST);
		await userEvent.keyboard('{Enter}');
		expect(written.text).toBe(REQUEST);
		expect(submitted).toBe(1);
		await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
		expect(written.text).toBe(`${REQUEST}\r\n`);
	});
});

test('dropped text is kept unchanged', async () => {
	const element = await open();
	await paste('before');
	const source = document.createElement('div');
	source.textContent = 'drag me';
	source.draggable = true;
	source.addEventListener('dragstart', (event) => event.dataTransfer?.setData('text/plain', REQUEST));
	document.body.prepend(source);
	await userEvent.dragAndDrop(source, element);
	source.remove();
	expect(written.text.replace('before', '')).toBe(REQUEST);
});

test('NUL in inserted text shows and stays', async () => {
	const element = await open();
	// A clipboard cuts a text at NUL: simulate a paste that has it with an event.
	const clipboardData = new DataTransfer();
	clipboardData.setData('text/plain', 'a\0\r\nb');
	element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
	expect(written.text).toBe('a\0\r\nb');
	expect(element.value).toBe('a␀␍\nb');
});
