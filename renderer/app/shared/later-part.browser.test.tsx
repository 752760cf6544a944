import { Component, type ReactNode } from 'react';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { laterPart } from './later-part.tsx';

const Name = ({ name }: { readonly name: string }) => <p>Here is {name}</p>;

/** Shows why its content failed, and tries again. */
class Boundary extends Component<{ readonly children: ReactNode }> {
	override state = { failure: '' };

	static getDerivedStateFromError(thrown: unknown) {
		return { failure: String(thrown) };
	}

	override render() {
		if (this.state.failure === '') return this.props.children;
		return (
			<button type="button" onClick={() => this.setState({ failure: '' })}>
				{this.state.failure}
			</button>
		);
	}
}

test('a part shows what stands ahead of it until its code is there, and itself at once from then on', async () => {
	const code = Promise.withResolvers<typeof Name>();
	const { load, Part } = laterPart(() => code.promise);
	const first = await render(<Part name="Ann" ahead={<p>soon</p>} />);
	await expect.element(page.getByText('soon')).toBeVisible();
	code.resolve(Name);
	await expect.element(page.getByText('Here is Ann')).toBeVisible();
	expect(page.getByText('soon').elements()).toEqual([]);
	await first.unmount();

	await load();
	await render(<Part name="Bob" ahead={<p>soon</p>} />);
	expect(document.body.textContent).toContain('Here is Bob');
});

test('code that cannot be had is an error of the pane, and is asked for again', async () => {
	const answers = [Promise.reject(new Error('no host')), Promise.resolve(Name)];
	const { Part } = laterPart(async () => (await answers.shift()) ?? Name);
	await render(
		<Boundary>
			<Part name="Ann" ahead={null} />
		</Boundary>,
	);
	await page.getByRole('button', { name: 'Error: no host' }).click();
	await expect.element(page.getByText('Here is Ann')).toBeVisible();
});
