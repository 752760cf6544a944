import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { AgentCall, AgentCalls } from '../../../common/contract/calls/agents.ts';
import { Latest } from '../client.fixture.ts';
import { temporaryFolder } from '../folder.fixture.ts';
import { AgentCallsFile } from './agent-calls-file.ts';

const call = (tool: string): AgentCall => ({
	at: 1,
	client: 'agent 1',
	tool,
	input: '{}',
	ok: true,
	result: '',
	ms: 1,
});

/** A history in a folder that does not exist yet. */
function history(mostBytes?: number) {
	const path = join(temporaryFolder(), 'beside', 'name.agents.jsonl');
	return { path, calls: new AgentCallsFile(() => path, mostBytes) };
}

it('keeps calls in order, in a file that only its owner may read', async () => {
	const { path, calls } = history();
	expect(await calls.read()).toEqual([]);
	await Promise.all(['a', 'b', 'c'].map((tool) => calls.note(call(tool))));
	expect((await calls.read()).map(({ tool }) => tool)).toEqual(['a', 'b', 'c']);
	expect(statSync(path).mode & 0o777).toBe(0o600);
});

it('is bounded: the last calls stay', async () => {
	const { path, calls } = history(20_000);
	for (let n = 0; n < 600; n++) await calls.note(call(`tool-${n}`));
	expect(statSync(path).size).toBeLessThan(21_000);
	const kept = await calls.read();
	expect(kept).toHaveLength(200);
	expect(kept.map(({ tool }) => tool)).toEqual(Array.from({ length: 200 }, (_, at) => `tool-${400 + at}`));
	expect(statSync(path).mode & 0o777).toBe(0o600);
});

it('reads around lines that are broken, cut or of another version', async () => {
	const { path, calls } = history();
	await calls.note(call('first'));
	writeFileSync(path, `${readFileSync(path, 'utf8')}{"at": \n{"tool":"only"}\n`);
	await calls.note(call('last'));
	appendFileSync(path, '{"at":1,"client":"cut');
	expect((await calls.read()).map(({ tool }) => tool)).toEqual(['first', 'last']);
});

it('reports the list once it is read, and calls of other processes as they come', async () => {
	const { path, calls } = history();
	await calls.note(call('first'));
	const latest = new Latest<AgentCalls>();
	const { snapshot, dispose } = calls.follow(latest.take);
	onTestFinished(dispose);
	expect(snapshot).toEqual({ calls: [], reading: true });
	await latest.until(({ calls: list }) => list.length === 1);
	await new AgentCallsFile(() => path).note(call('second'));
	await latest.until(({ calls: list }) => list.length === 2 && list[1]?.tool === 'second');
});
