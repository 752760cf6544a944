/** docs/workspace.schema.json: the JSON Schema of a workspace file, as a person may write it. */
import { z } from 'zod';
import { describe } from './descriptions.mjs';
import { load, names } from './schemas.mjs';

const { workspaceSchema } = await load('common/workspace/schema.ts');

names.remove(workspaceSchema);
/** Without the shared objects that zod reuses, which would get each other's descriptions. */
const made = JSON.parse(JSON.stringify(z.toJSONSchema(workspaceSchema, { io: 'input', metadata: names })));
describe(workspaceSchema, made, made);

const { $schema, ...rest } = made;
export const workspaceJsonSchema = {
	$schema,
	title: 'Wirebench workspace',
	description: 'Made from the contract of Wirebench. Keys that are not described here are kept when the file is saved.',
	...rest,
};

export const workspaceSchemaText = `${JSON.stringify(workspaceJsonSchema, null, 2)}\n`;
