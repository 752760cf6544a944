/** The modules with schemas, and the names of their types. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

export const root = join(import.meta.dirname, '../..');
const FOLDERS = [
	'common/contract/calls',
	'common/contract/config',
	'common/contract/base',
	'common/endpoints',
	'common/payload',
	'common/protocol-tests',
	'common/structure/document',
	'common/workspace',
	'main/hosts/mcp',
];

/** The modules that define them. */
export const sources = FOLDERS.flatMap((folder) =>
	readdirSync(join(root, folder), { recursive: true })
		.map((name) => join(folder, String(name)))
		.filter((path) => path.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(path)),
).sort();

export const load = (path) => import(pathToFileURL(join(root, path)).href);

/** Exported schemas, by the name of their type: `captureRowSchema` is CaptureRow. */
export const names = z.registry();
for (const path of sources) {
	for (const [name, schema] of Object.entries(await load(path))) {
		if (!name.endsWith('Schema') || !(schema instanceof z.ZodType) || names.has(schema)) continue;
		const id = name[0].toUpperCase() + name.slice(1, -'Schema'.length);
		if (!['string', 'number', 'int', 'custom', 'optional'].includes(schema.def.type)) names.add(schema, { id });
	}
}
