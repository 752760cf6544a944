import { endpointConfigSchema } from '../../../common/endpoints/index.ts';
import { EMPTY_WORKSPACE, writeWorkspace } from '../../../common/workspace/index.ts';
import { WorkspaceFiles } from './workspace-files.ts';

/** Saves one workspace after the other until it is killed; prints a line after each. */
const [, , folder = '', round = ''] = process.argv;
const files = new WorkspaceFiles(folder);
for (let save = 0; ; save++) {
	const endpoints = Array.from({ length: 300 }, (_, at) => {
		const name = `${round}-${save}`.repeat(20);
		return { id: `e${at}`, ...endpointConfigSchema.parse({ kind: 'tcp-server', name, port: 1 }) };
	});
	await files.write(writeWorkspace({ ...EMPTY_WORKSPACE, endpoints }).text);
	process.stdout.write(`${save}\n`);
}
