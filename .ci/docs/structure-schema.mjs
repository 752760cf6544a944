/** docs/structure.schema.json: the JSON Schema of a structure, as a person may write it. */
import { z } from 'zod';
import { describe } from './descriptions.mjs';
import { load, names } from './schemas.mjs';

const { structureSchema } = await load('common/structure/document/schema.ts');

/** A reference to the whole from itself would have no place of its own. */
const id = names.get(structureSchema);
names.remove(structureSchema);
const made = JSON.parse(JSON.stringify(z.toJSONSchema(structureSchema, { io: 'input', metadata: names })));
describe(structureSchema, made, made);
names.add(structureSchema, id);

const { $schema, ...rest } = made;
const structureJsonSchema = {
	$schema,
	title: 'Wirebench structure',
	description: 'How messages of a protocol are built. docs/structures.md explains it.',
	...rest,
};

export const structureSchemaText = `${JSON.stringify(structureJsonSchema, null, 2)}\n`;
