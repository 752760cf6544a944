import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, type Locator, type Page } from '@playwright/test';
import type { EndpointState } from '../../common/contract/calls/workbench.ts';
import { proxyFaultsSchema } from '../../common/contract/config/proxy.ts';
import type { TopicSnapshot } from '../../common/contract/index.ts';
import { endpointConfigSchema } from '../../common/endpoints/index.ts';
import { requireClient } from '../support/host-client.ts';
import type { HostClient } from '../support/host-state.ts';

/** A Python program that a learner has started. */
export interface OwnProgram {
	/** Resolves when it has printed this. */
	said(text: string): Promise<void>;
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
		const child = spawn('python3', ['-u', '-c', code ?? (await this.program())], {
			stdio: ['ignore', 'pipe', 'ignore'],
		});
		this.#programs.add(child);
		const ended = once(child, 'exit').then(() => this.#programs.delete(child));
		let printed = '';
		child.stdout.setEncoding('utf8').on('data', (text: string) => {
			printed += text;
		});
		return {
			said: (text) => expect.poll(() => printed).toContain(text),
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
		// Until the connection is open, Enter keeps the message.
		await expect(this.page.getByRole('button', { name: 'Send', exact: true })).toBeEnabled();
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

	/** The endpoint of this name. */
	async endpoint(name: string): Promise<EndpointState> {
		const row = this.page.getByRole('treeitem', { name: new RegExp(`^${name} (TCP|UDP|Unix)`) });
		await expect(row).toBeVisible();
		const found = (await this.#state()).endpoints.find(({ config }) => config.name === name);
		if (found === undefined) throw new Error(`No endpoint is named ${name}.`);
		return found;
	}

	/** The id of the endpoint of this name. */
	async idOf(name: string): Promise<string> {
		return (await this.endpoint(name)).id;
	}

	/** The number of the only connection of an endpoint, once it is open. */
	async connectionOf(name: string): Promise<number> {
		const id = await this.idOf(name);
		await expect.poll(async () => (await this.#connectionsOf(id)).length).toBe(1);
		const [connection] = await this.#connectionsOf(id);
		if (connection === undefined) throw new Error(`The connection of ${name} has ended.`);
		return connection.id;
	}

	/** Changes what an endpoint does, while it is stopped. */
	async edit(name: string, change: Readonly<Record<string, unknown>>): Promise<void> {
		const { id, config } = await this.endpoint(name);
		await this.host.call('endpointUpdate', { id, config: endpointConfigSchema.parse({ ...config, ...change }) });
	}

	/** Sets the faults of a proxy on the way to its target. */
	async faults(name: string, toTarget: unknown): Promise<void> {
		await this.host.call('endpointSetFaults', {
			id: await this.idOf(name),
			faults: proxyFaultsSchema.parse({ toTarget }),
		});
	}

	/** A port of this machine that nothing has. */
	async freePort(): Promise<number> {
		const { port } = await this.host.call('freePort', { protocol: 'tcp', host: '127.0.0.1', port: 31_000 });
		if (port === undefined) throw new Error('No port is free.');
		return port;
	}

	async startEndpoint(name: string): Promise<void> {
		// Whether it starts shows in the log, which the lesson reads.
		await this.host.call('endpointStart', { id: await this.idOf(name) }).catch(() => undefined);
	}

	async stopEndpoint(name: string): Promise<void> {
		await this.host.call('endpointStop', { id: await this.idOf(name) });
	}

	/** Puts the step's program in the place of a server: first its client still reaches Wirebench's, which is the mistake. */
	async beTheServer(name: string): Promise<void> {
		await this.offer('Connect a client');
		await this.wrong(/server of Wirebench/);
		await this.stopEndpoint(name);
		const program = await this.start();
		await program.said('listening');
		// A client that has not read the end of the server yet still runs, and would not be started.
		const client = await this.idOf(`to ${name}`);
		await expect.poll(() => this.#connectionsOf(client)).toEqual([]);
		await this.host.call('endpointStart', { id: client });
	}

	/** A part of the current step that is written as code. */
	async code(form: RegExp): Promise<string> {
		return this.step.locator('code').filter({ hasText: form }).first().innerText();
	}

	/** Opens an address in another tab, until it is loaded or has failed, or until `seen` has what it waits for. */
	async visit(address: string, seen?: () => Promise<void>): Promise<void> {
		const tab = await this.page.context().newPage();
		// What the server received shows in the log, which the lesson reads; a browser may show it as a failure.
		const visited = tab.goto(address).catch(() => undefined);
		await (seen?.() ?? visited);
		await tab.close();
		await visited;
	}

	/** Ends what is still running. */
	async endPrograms(): Promise<void> {
		const ended = [...this.#programs].map((child) => once(child, 'exit'));
		for (const child of this.#programs) child.kill('SIGKILL');
		await Promise.all(ended);
	}

	async #connectionsOf(id: string) {
		return (await this.#state()).connections.filter(({ endpoint }) => endpoint === id);
	}

	async #state(): Promise<TopicSnapshot<'workbench'>> {
		const found = Promise.withResolvers<TopicSnapshot<'workbench'>>();
		const stop = this.host.subscribe(
			'workbench',
			{},
			{ onSnapshot: found.resolve, onDelta: () => undefined, onError: found.reject },
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
