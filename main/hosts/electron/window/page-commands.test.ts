import { expect, it } from 'vitest';
import { PageCommands } from './page-commands.ts';

function page() {
	const received: unknown[] = [];
	return { received, send: (_channel: string, ...args: unknown[]) => received.push(...args) };
}

it('keeps commands until the page listens, each once', () => {
	const commands = new PageCommands();
	const first = page();
	commands.send('open-capture');
	commands.send('export');
	commands.send('open-capture');
	commands.listens(first);
	expect(first.received).toEqual(['open-capture', 'export']);
	commands.send('new-endpoint');
	expect(first.received).toEqual(['open-capture', 'export', 'new-endpoint']);
});

it('keeps commands for the next document of a page that is reloaded', () => {
	const commands = new PageCommands();
	const reloaded = page();
	commands.listens(reloaded);
	commands.left(reloaded);
	commands.send('export');
	expect(reloaded.received).toEqual([]);
	commands.listens(reloaded);
	expect(reloaded.received).toEqual(['export']);
});

it('goes on with the page of another window when an earlier one is closed late', () => {
	const commands = new PageCommands();
	const [earlier, later] = [page(), page()];
	commands.listens(earlier);
	commands.listens(later);
	commands.left(earlier);
	commands.send('export');
	expect([earlier.received, later.received]).toEqual([[], ['export']]);
});

it('keeps files to open beside commands, in order and each once', () => {
	const commands = new PageCommands();
	const sent: unknown[] = [];
	commands.openFile('/a.pcapng');
	commands.send('export');
	commands.openFile('/b.pcapng');
	commands.openFile('/a.pcapng');
	commands.listens({ send: (...args: unknown[]) => sent.push(args) });
	expect(sent).toEqual([
		['wirebench:open-file', '/a.pcapng'],
		['wirebench:command', 'export'],
		['wirebench:open-file', '/b.pcapng'],
	]);
});
