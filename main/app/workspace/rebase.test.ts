import { posix, win32 } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rebasedPath, toFolder } from './rebase.ts';

const name = fc.constantFrom('a', 'b', 'lab files', '@x', 'sample:y', ' lead', 'ü.pem', '...');
const steps = fc.array(fc.oneof(fc.constant('..'), fc.constant('.'), name), { minLength: 1, maxLength: 5 });

describe.each([
	{ form: 'posix', how: posix, roots: ['/', '/srv'] },
	{ form: 'Windows', how: win32, roots: ['C:\\', 'D:\\lab', '\\\\host\\share\\'] },
])('a path of the $form form', ({ how, roots }) => {
	const folder = fc
		.tuple(fc.constantFrom(...roots), fc.array(name, { maxLength: 4 }))
		.map(([root, names]) => how.join(root, ...names));

	test('means the same file from the other folder, and is relative to it where one can be written', () => {
		fc.assert(
			fc.property(folder, folder, steps, fc.constantFrom('', `.${how.sep}`), (from, to, parts, start) => {
				const path = start + parts.join(how.sep);
				// A name that begins as an absolute path does.
				fc.pre(!how.isAbsolute(path));
				const moved = rebasedPath(path, from, to, how);
				expect(how.resolve(to, moved)).toBe(how.resolve(from, path));
				const sameRoot = how.parse(from).root === how.parse(to).root;
				expect(how.isAbsolute(moved)).toBe(!sameRoot);
			}),
		);
	});

	test('is never read as an abstract name or a sample, and stays as it is in the same folder', () => {
		fc.assert(
			fc.property(folder, folder, steps, (from, to, parts) => {
				const path = `.${how.sep}${parts.join(how.sep)}`;
				expect(rebasedPath(path, from, from, how)).toBe(path);
				if (from !== to) expect(rebasedPath(path, from, to, how)).not.toMatch(/^(@|sample:|\s|$)/);
			}),
		);
	});

	test('stays as it is where it is absolute', () => {
		fc.assert(
			fc.property(folder, folder, folder, (path, from, to) => {
				expect(rebasedPath(path, from, to, how)).toBe(path);
			}),
		);
	});
});

test('the path of a socket becomes absolute where the relative one is too long, and is refused where both are', () => {
	const deep = `/${'d'.repeat(90)}/${'e'.repeat(90)}`;
	expect(toFolder('/srv', deep)('s', 'socket')).toBe('../../srv/s');
	const far = `${'x/'.repeat(60)}y`;
	expect(toFolder('/srv', `/${far}`)('s', 'socket')).toBe('/srv/s');
	expect(toFolder(deep, `${deep}/f`)('s', 'socket')).toBe('../s');
	expect(() => toFolder(deep, '/srv')('s', 'socket')).toThrow(/The path of the socket s would be too long in \/srv/);
	expect(toFolder(deep, '/srv')('cert.pem', 'file')).toBe(`..${deep}/cert.pem`);
});
