import { Suspense } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { afterFirstPaint } from './after-first-paint.tsx';
import { KeysAhead } from './keys-ahead.ts';

/** A field that takes the focus, as a dialog's first one does. */
function Field({ onEnter }: { readonly onEnter: (text: string) => void }) {
	return (
		<input
			ref={(field) => field?.focus()}
			aria-label="Name"
			onKeyDown={({ key, currentTarget }) => key === 'Enter' && onEnter(currentTarget.value)}
		/>
	);
}

test('keys pressed while a part is loaded reach it in their order, and it shows at once when it is there', async () => {
	const code = Promise.withResolvers<typeof Field>();
	const { load, Part } = afterFirstPaint(() => code.promise);
	const entered: string[] = [];
	const part = (
		<Suspense fallback={<KeysAhead />}>
			<Part onEnter={(text) => entered.push(text)} />
		</Suspense>
	);
	const first = await render(part);
	await userEvent.keyboard('early{Enter}s');
	expect(entered).toEqual([]);
	code.resolve(Field);
	await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveValue('earlys');
	expect(entered).toEqual(['early']);
	await userEvent.keyboard('t');
	await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveValue('earlyst');
	await first.unmount();

	await load();
	await render(part);
	await userEvent.keyboard('late{Enter}');
	expect(entered).toEqual(['early', 'late']);
});

/** A choice that takes the focus, in a form, as that of an export's format. */
function Choice({ onSubmit }: { readonly onSubmit: () => void }) {
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				onSubmit();
			}}
		>
			<input type="radio" aria-label="Format" ref={(radio) => radio?.focus()} />
			<button type="submit">Go</button>
		</form>
	);
}

test('Enter that is pressed while a form is loaded submits it', async () => {
	const code = Promise.withResolvers<typeof Choice>();
	const { Part } = afterFirstPaint(() => code.promise);
	let submitted = 0;
	await render(
		<Suspense fallback={<KeysAhead />}>
			<Part onSubmit={() => submitted++} />
		</Suspense>,
	);
	await userEvent.keyboard('{Enter}');
	code.resolve(Choice);
	await expect.poll(() => submitted).toBe(1);
	await userEvent.keyboard('{Enter}');
	expect(submitted).toBe(2);
});
