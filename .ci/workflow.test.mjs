import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

// The parser imports its schema as bundlers read JSON: Node wants the type with it.
const hooks = registerHooks({
	resolve(specifier, context, next) {
		const resolved = next(specifier, context);
		return resolved.url.endsWith('.json') ? { ...resolved, importAttributes: { type: 'json' } } : resolved;
	},
});
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import('@actions/workflow-parser');
hooks.deregister();

const root = join(import.meta.dirname, '..');
const folder = join(root, '.github/workflows');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const trace = new NoOperationTraceWriter();

/** The jobs of a workflow as the forge's own parser reads it, and its errors. */
async function read(name, content) {
	const { context, value } = parseWorkflow({ name, content }, trace);
	const template = value === undefined ? undefined : await convertWorkflowTemplate(context, value);
	const errors = context.errors.getErrors().map(({ message }) => message);
	return { errors, jobs: template?.jobs ?? [] };
}

/** Parts of a script that name something of the project which does not exist: npm's scripts, programs of packages, files. */
function missingParts(script) {
	const npm = [...script.matchAll(/\bnpm run (?:-s )?([\w:-]+)/g)].filter(([, name]) => !(name in scripts));
	const programs = [...script.matchAll(/\bnpx ([\w-]+)/g)].filter(
		([, name]) => !existsSync(join(root, 'node_modules/.bin', name)),
	);
	const files = [...script.matchAll(/\bnode ((?:[\w.-]+\/)+[\w.-]+)/g)].filter(
		([, path]) => !existsSync(join(root, path)),
	);
	return [...npm, ...programs, ...files].map(([text]) => text);
}

describe.each(readdirSync(folder))('the workflow %s', (name) => {
	const content = readFileSync(join(folder, name), 'utf8');

	it('is valid for the forge', async () => {
		const { errors, jobs } = await read(name, content);
		expect(errors).toEqual([]);
		expect(jobs.length).toBeGreaterThan(0);
	});

	it('runs only what the project has', async () => {
		const { jobs } = await read(name, content);
		const scripts = jobs
			.flatMap(({ steps }) => steps)
			.flatMap(({ run }) => (run === undefined ? [] : [run.toString()]));
		expect(scripts.length).toBeGreaterThan(0);
		expect(scripts.flatMap(missingParts)).toEqual([]);
	});
});

describe('the packages', () => {
	const workflow = () => read('packages.yml', readFileSync(join(folder, 'packages.yml'), 'utf8'));
	const stepsOf = async (id) => (await workflow()).jobs.find((job) => job.id.value === id).steps;
	const runsOf = async (id) => (await stepsOf(id)).map(({ run }) => run?.toString() ?? '').join('\n');

	it('are made for three systems after the real Electron has run the specs and the self-test of TLS', async () => {
		const electron = await runsOf('electron');
		expect(electron).toContain('npx install-electron');
		expect(electron).toContain('npx electron dist/main/cli.js doctor --tls');
		expect(electron).toContain('playwright test --project=electron');
	});

	it('are each started once, and get checksums', async () => {
		const packages = await runsOf('packages');
		for (const started of [
			'/opt/Wirebench/wirebench',
			'*.AppImage',
			'unpacked/wirebench',
			'image/',
			'archive/',
			'C:\\Wirebench',
			'portable',
		]) {
			expect(packages).toMatch(new RegExp(`start-package\\.mjs \\S*${started.replaceAll(/[\\*.]/g, '\\$&')}`));
		}
		expect(packages).toContain('/opt/Wirebench/wirebench --doctor-tls');
		expect(packages).toContain('node .ci/checksums.mjs release');
	});
});

describe('the check of a workflow', () => {
	const step = (run) => `on: push\njobs:\n  one:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: ${run}\n`;

	it.each([
		['an unknown key', 'on: push\njobs:\n  one:\n    runs_on: ubuntu-24.04\n    steps: []\n'],
		['an unknown context', step(`echo ${'$'}{{ matrixx.os }}`)],
		['an unclosed expression', step('"echo ${{ github.ref"')],
	])('finds %s', async (_what, content) => {
		expect((await read('faulty.yml', content)).errors).not.toEqual([]);
	});

	it('finds scripts, programs and files that do not exist', () => {
		const script = 'npm run packages\nnpx no-such-program\nnode .ci/no-such-file.mjs\nnpm run package';
		expect(missingParts(script)).toEqual(['npm run packages', 'npx no-such-program', 'node .ci/no-such-file.mjs']);
	});
});
