/**
 * Generates the parts of docs/ that are made from the code. `--check` writes nothing, and fails when a file is out of
 * date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agentToolsText } from './docs/agent-tools.mjs';
import { exitCodesText, manText } from './docs/command-line.mjs';
import { contractText } from './docs/contract.mjs';
import { root } from './docs/schemas.mjs';
import { structureSchemaText } from './docs/structure-schema.mjs';
import { workspaceKeysText } from './docs/workspace-keys.mjs';
import { workspaceSchemaText } from './docs/workspace-schema.mjs';

const FILES = {
	'docs/agent-tools.json': agentToolsText,
	'docs/contract.md': contractText,
	'docs/exit-codes.md': exitCodesText,
	'docs/structure.schema.json': structureSchemaText,
	'docs/wirebench.1': manText,
	'docs/workspace.schema.json': workspaceSchemaText,
	'docs/workspace-keys.md': workspaceKeysText,
};

for (const [file, text] of Object.entries(FILES)) {
	if (!process.argv.includes('--check')) writeFileSync(join(root, file), text);
	else if (readFileSync(join(root, file), 'utf8') !== text) {
		console.error(`${file} is not what the code says: run "npm run docs".`);
		process.exitCode = 1;
	}
}
