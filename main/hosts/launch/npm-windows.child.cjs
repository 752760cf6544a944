/**
 * What npm would run on Windows, decided and escaped by npm's own code: prints the command line of cmd.exe. Arguments: npm's
 * file, the script, its arguments as JSON, and the folders that are searched.
 */
const [npm, script, args, path] = process.argv.slice(2);
const { createRequire } = require('node:module');
const { EventEmitter } = require('node:events');
const childProcess = require('node:child_process');

childProcess.spawn = (_program, [, , , line]) => {
	process.stdout.write(line);
	return Object.assign(new EventEmitter(), { stdin: null, stdout: null, stderr: null });
};
Object.defineProperty(process, 'platform', { value: 'win32' });
const promiseSpawn = createRequire(npm)('@npmcli/promise-spawn');
promiseSpawn(script, JSON.parse(args), { shell: 'cmd.exe', env: { PATH: path, PATHEXT: '.EXE:.CMD' } });
