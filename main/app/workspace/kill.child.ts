import { endpointConfigSchema } from '../../../common/endpoints/index.ts';
import { EMPTY_WORKSPACE, writeWorkspace } from '../../../common/workspace/index.ts';
import { WorkspaceFiles } from './workspace-files.ts';

/** Saves one workspace after the other until it is killed; prints a line after each. */
const [, , folder = '', round = ''] = process.argv;
const files = new WorkspaceFiles(folder);
// Parsed once: a save is to be what takes the time.
const config = endpointConfigSchema.parse({ kind: 'tcp-server', name: 'one', port: 1 });
for (let save = 0; ; save++) {
	const endpoints = Array.from({ length: 300 }, (_, at) => {
		const name = `${round}-${save}`.repeat(20);
		return { ...config, id: `e${at}`, name };
	});
	await files.write(writeWorkspace({ ...EMPTY_WORKSPACE, endpoints }).text);
	process.stdout.write(`${save}\n`);
}
