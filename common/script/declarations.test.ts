import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { SCRIPT_DECLARATIONS } from './index.ts';

/** The compiler's errors for a script that uses the declarations. */
function complaints(script: string): string {
	const folder = mkdtempSync(join(tmpdir(), 'wirebench-declarations-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	writeFileSync(join(folder, 'api.d.ts'), SCRIPT_DECLARATIONS);
	writeFileSync(join(folder, 'script.ts'), script);
	const files = [join(folder, 'api.d.ts'), join(folder, 'script.ts')];
	const tsc = join(import.meta.dirname, '../../node_modules/typescript/bin/tsc');
	try {
		return execFileSync(process.execPath, [tsc, '--noEmit', '--strict', '--lib', 'es2023', '--types', '', ...files], {
			cwd: folder,
			encoding: 'utf8',
		});
	} catch (error) {
		if (error instanceof Error && 'stdout' in error) return String(error.stdout);
		throw error;
	}
}

test('the declarations are TypeScript, and reject what they do not declare', () => {
	const answer = `const onMessage: Script['onMessage'] = (message, connection) => {
	const [first] = unpack('>H', message.bytes);
	connection.send(concat(hex(message.head), pack('<I', first)));
	for (const other of connections()) other.after(5, () => log(crc16(bytes('x'), 'ccitt')));
	const charset: Charset = 'gbk';
	connection.send(bytes(text(message.bytes, charset), 'big5'));
};`;
	expect(complaints(answer)).toBe('');
	expect(complaints(answer.replace('message.head', 'message.tail'))).toContain("'tail' does not exist");
	expect(complaints(answer.replace("= 'gbk'", "= 'gbkk'"))).toContain('is not assignable');
});
