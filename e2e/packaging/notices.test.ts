import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noticesText } from '../../packaging/notices.ts';
import { filesUnder, ROOT } from './project.ts';

const LICENCE = 'Permission is hereby granted to everybody.';

/** The package of an import or of a path in node_modules: `@scope/name` or `name`. */
const packageOf = (path: string) => /^(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path;

/** Packages whose modules the bundler names in the bundles of Node, which it does not shorten. */
async function packagesInMain(): Promise<Set<string>> {
	const names = new Set<string>();
	const folder = join(ROOT, 'dist/main');
	for (const file of (await readdir(folder)).filter((name) => name.endsWith('.js'))) {
		for (const [, path = ''] of (await readFile(join(folder, file), 'utf8')).matchAll(/^\/\/ node_modules\/(\S+)$/gm)) {
			names.add(packageOf(path));
		}
	}
	return names;
}

/** Packages that the sources of the page import themselves. */
async function packagesInRenderer(): Promise<Set<string>> {
	const names = new Set<string>();
	const folder = join(ROOT, 'renderer');
	for (const file of (await filesUnder(folder)).filter((path) => /(?<!\.(?:test|fixture))\.tsx?$/.test(path))) {
		for (const [, path = ''] of (await readFile(join(folder, file), 'utf8')).matchAll(
			/^(?:import|export) (?!type )[^;]*?from '(@?[a-z][^']*)'/gm,
		)) {
			names.add(packageOf(path));
		}
	}
	return names;
}

describe('the notices', () => {
	it('have a licence for each package in the bundles, and for the native code beside them', async () => {
		const notices = await readFile(join(ROOT, 'dist/notices/THIRD-PARTY-NOTICES.txt'), 'utf8');
		const main = await packagesInMain();
		const renderer = await packagesInRenderer();
		// Otherwise nothing would be compared.
		expect([...main]).toEqual(expect.arrayContaining(['ws', 'commander', '@msgpack/msgpack', 'zod']));
		expect([...renderer]).toEqual(expect.arrayContaining(['react', 'zustand', 'lucide-react', '@codemirror/view']));
		const titles = new Set([...notices.matchAll(/^-{80}\n(\S+) \d/gm)].map((match) => match[1]));
		// The umbrella of Radix has no code of its own: its parts are bundled.
		renderer.delete('radix-ui');
		const indirect = ['@radix-ui/react-dropdown-menu', 'react-remove-scroll', 'scheduler', 'koffi'];
		expect([...main, ...renderer, ...indirect].filter((name) => !titles.has(name))).toEqual([]);
		// QuickJS itself is in its WebAssembly, of which the bundler knows only the package.
		expect(notices).toContain('QuickJS Javascript Engine');
	});

	it('name each package of all bundles once, with its version, licence and text, in order', () => {
		const zod = { name: 'zod', version: '4.0.0', identifier: 'MIT', text: LICENCE };
		const older = { name: 'tslib', version: '1.0.0', identifier: '0BSD', text: LICENCE };
		const newer = { name: 'tslib', version: '2.0.0', text: LICENCE };
		const text = noticesText([[zod, newer], [zod, older], []]);
		const titles = text
			.split(`${'-'.repeat(80)}\n`)
			.slice(1)
			.map((part) => part.split('\n')[0]);
		expect(titles).toEqual([
			expect.stringMatching(/^koffi \d/),
			'tslib 1.0.0 (0BSD)',
			'tslib 2.0.0',
			'zod 4.0.0 (MIT)',
		]);
		expect(text.split(LICENCE)).toHaveLength(4);
	});

	it('fail the build where a package has no licence text, and say what to do', () => {
		const bare = { name: '@somebody/bare', version: '1.2.3', identifier: 'MIT' };
		expect(() => noticesText([[bare]])).toThrow(
			/The package @somebody\/bare 1\.2\.3 is bundled, and its npm archive has no licence text\. Add the text/,
		);
		expect(() => noticesText([[{ ...bare, text: '' }]])).toThrow(/no licence text/);
	});

	it('adds the licences of what a package contains of others', () => {
		const server = { name: '@modelcontextprotocol/server', version: '2.4.0', text: 'its own' };
		expect(noticesText([[server]])).toMatch(/its own\s+It contains the following software\.[\s\S]*Evgeny Poberezkin/);
	});

	it('have the collected text of a package whose archive has none', () => {
		expect(noticesText([[{ name: 'react-remove-scroll-bar', version: '2.3.8' }]])).toContain('Anton Korzunov');
	});
});
