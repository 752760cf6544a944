import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, type Locator, type Page } from '@playwright/test';
import { requireClient } from '../support/host-client.ts';
import type { HostClient } from '../support/host-state.ts';

/** A Python program that a learner has started. */
export interface OwnProgram {
	/** Resolves when it has ended. */
	readonly ended: Promise<unknown>;
	/** Ends it. */
	stop(): Promise<void>;
}

/** A person who goes through lessons: what they click, and the programs that they run. */
export class Learner {
	readonly page: Page;
	/** The lessons beside the log. */
	readonly pane: Locator;
	/** The step that is next. */
	readonly step: Locator;
	/** For what the person would do in other parts of the window, which other tests click. */
	readonly host: HostClient;
	readonly #programs = new Set<ChildProcess>();

	constructor(page: Page) {
		this.page = page;
		this.pane = page.getByRole('region', { name: 'Lessons' });
		this.step = this.pane.locator('[aria-current=step]');
		this.host = requireClient(page);
	}

	/** Clicks the button that the current step offers. */
	async offer(name: string): Promise<void> {
		await this.step.getByRole('button', { name, exact: true }).click();
	}

	/** The program that the current step shows. */
	async program(): Promise<string> {
		const text = await this.step.locator('pre').textContent();
		if (text === null) throw new Error('This step has no program.');
		return text;
	}

	/** Starts a Python program: the one that the step shows, unless another is given. */
	async start(code?: string): Promise<OwnProgram> {
		const child = spawn('python3', ['-c', code ?? (await this.program())], { stdio: 'ignore' });
		this.#programs.add(child);
		const ended = once(child, 'exit').then(() => this.#programs.delete(child));
		return {
			ended,
			stop: async () => {
				child.kill('SIGKILL');
				await ended;
			},
		};
	}

	/** The same, and waits until it has ended. */
	async run(code?: string): Promise<void> {
		await (await this.start(code)).ended;
	}

	/** Sends a message from the composer, where it stands. */
	async send(text: string): Promise<void> {
		const message = this.page.getByRole('textbox', { name: 'Message' });
		await message.fill(text);
		await message.press('Enter');
	}

	/** Chooses the line end that the composer adds. */
	async lineEnd(value: 'none' | 'lf' | 'crlf'): Promise<void> {
		await this.page.getByRole('combobox', { name: 'Line end' }).selectOption(value);
	}

	/** The wrong thing was done: the step says what helps, here a part of it. */
	async wrong(text: string | RegExp): Promise<void> {
		await expect(this.step.getByRole('alert').filter({ hasText: text })).toBeVisible();
	}

	/** The id of the endpoint of this name. */
	async idOf(name: string): Promise<string> {
		const row = this.page.getByRole('treeitem', { name: new RegExp(`^${name} (TCP|UDP|Unix)`) });
		await expect(row).toBeVisible();
		const state = await this.#state();
		const id = state.find(({ config }) => config.name === name)?.id;
		if (id === undefined) throw new Error(`No endpoint is named ${name}.`);
		return id;
	}

	async startEndpoint(name: string): Promise<void> {
		// Whether it starts shows in the log, which the lesson reads.
		await this.host.call('endpointStart', { id: await this.idOf(name) }).catch(() => undefined);
	}

	async stopEndpoint(name: string): Promise<void> {
		await this.host.call('endpointStop', { id: await this.idOf(name) });
	}

	/** Ends what is still running. */
	async leave(): Promise<void> {
		const ended = [...this.#programs].map((child) => once(child, 'exit'));
		for (const child of this.#programs) child.kill('SIGKILL');
		await Promise.all(ended);
	}

	async #state() {
		const found =
			Promise.withResolvers<readonly { readonly id: string; readonly config: { readonly name: string } }[]>();
		const stop = this.host.subscribe(
			'workbench',
			{},
			{ onSnapshot: ({ endpoints }) => found.resolve(endpoints), onDelta: () => undefined, onError: found.reject },
		);
		try {
			return await found.promise;
		} finally {
			stop();
		}
	}
}

/** What a person does in each step of a lesson, by its id: often something wrong first. */
export type Walk = Readonly<Record<string, (learner: Learner) => Promise<void>>>;
