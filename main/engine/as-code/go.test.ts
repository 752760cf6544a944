import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { presets } from '../../../common/presets/index.ts';
import { isWritten, noCompiler, type Way, writtenConfig } from './program.fixture.ts';

const way: Way = { language: 'go', style: 'goroutines' };

it('gofmt changes nothing in the presets, and go vet finds nothing', ({ skip }) => {
	skip(noCompiler(way) !== undefined, noCompiler(way));
	const folder = mkdtempSync(join(tmpdir(), 'wirebench-code-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	writeFileSync(join(folder, 'go.mod'), 'module programs\n\ngo 1.18\n');
	const written = presets.filter(({ config }) => isWritten(config, way));
	for (const { id, config } of written) {
		mkdirSync(join(folder, id));
		writeFileSync(join(folder, id, 'main.go'), writtenConfig(config, way));
	}
	const formatted = spawnSync('gofmt', ['-l', '.'], { cwd: folder, encoding: 'utf8' });
	expect(`${formatted.stdout}${formatted.stderr}`).toBe('');
	// It compiles each of them.
	const vet = spawnSync('go', ['vet', './...'], { cwd: folder, encoding: 'utf8' });
	expect(`${vet.stdout}${vet.stderr}`).toBe('');
});
