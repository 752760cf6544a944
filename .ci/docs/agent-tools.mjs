/** docs/agent-tools.json: the tools of `wirebench mcp`, from their schemas and the comments of the contract. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { callDescriptions } from './contract.mjs';
import { describe } from './descriptions.mjs';
import { load, names, root, sources } from './schemas.mjs';

const { TOOLS } = await load('main/hosts/mcp/tools/table.ts');
const { shownBytesSchema } = await load('main/hosts/mcp/access/values.ts');
const { writtenBytesSchema } = await load('common/payload/schema.ts');

/** Characters of a type that a tool shows in place; a larger one is read with describe_type, when it is wanted. */
const MOST_SHOWN = 400;

/** The form of bytes, which JSON lacks: in an input as a person writes them. */
const BYTES = {
	input: z.toJSONSchema(writtenBytesSchema, { io: 'input' }),
	output: z.toJSONSchema(shownBytesSchema, { io: 'output' }),
};

/** The types that are named, by their names: as an input where one has them, because agents write those. */
const types = {};

/** The text of each module with tools, by its path: comments of fields are found there. */
const modules = sources
	.filter((path) => path.startsWith('main/hosts/mcp/tools/'))
	.map((path) => [path, readFileSync(join(root, path), 'utf8')]);

/** What no agent needs: the limits of JavaScript's own integers, and that keys are text. */
function withoutNoise(json) {
	if (json.minimum === Number.MIN_SAFE_INTEGER) delete json.minimum;
	if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum;
	delete json.propertyNames;
}

function jsonSchema(schema, io, tool) {
	const made = z.toJSONSchema(schema, {
		io,
		metadata: names,
		unrepresentable: 'any',
		override: ({ zodSchema, jsonSchema }) => {
			const { type } = zodSchema.def;
			if (type === 'bigint')
				Object.assign(jsonSchema, { type: 'string', description: 'A whole number, as decimal digits.' });
			if (type === 'custom' && zodSchema.safeParse(new Uint8Array(1)).success) {
				const { $schema, ...bytes } = BYTES[io];
				Object.assign(jsonSchema, bytes);
			}
			withoutNoise(jsonSchema);
		},
	});
	// Without the shared objects that zod reuses, which would get each other's descriptions.
	const own = JSON.parse(JSON.stringify(made));
	const module = modules.find(([, text]) => text.includes(`'${tool}'`))?.[0];
	describe(schema, own, { $defs: own.$defs, module });
	const { $schema, $defs = {}, ...whole } = own;
	const id = names.get(schema)?.id;
	if (id === undefined) return folded(whole, $defs);
	// zod refers to a named schema from itself where it has been part of another one.
	return named({ $ref: id }, whole.$ref === undefined ? { ...$defs, [id]: whole } : $defs);
}

const nameIn = ({ $ref }) => $ref.split('/').at(-1);

/** The schema with small types in place of their references, and large ones by their names. */
function folded(json, $defs) {
	if (Array.isArray(json)) return json.map((part) => folded(part, $defs));
	if (typeof json !== 'object' || json === null) return json;
	if (typeof json.$ref === 'string') return named(json, $defs);
	const { id, ...rest } = json;
	return Object.fromEntries(
		Object.entries(typeof id === 'string' ? rest : json).map(([key, part]) => [key, folded(part, $defs)]),
	);
}

function named(reference, $defs) {
	const name = nameIn(reference);
	const { $ref, ...about } = reference;
	if (types[name] === undefined) {
		const definition = $defs[name];
		// Before its parts: a type can contain itself.
		types[name] = definition;
		types[name] = folded(definition, $defs);
	}
	const whole = types[name];
	if (JSON.stringify(whole).length <= MOST_SHOWN) return { ...whole, ...about };
	const type = whole.type ?? 'object';
	return {
		type,
		description: `${about.description === undefined ? '' : `${about.description} `}Type ${name}: see describe_type.`,
	};
}

const inputs = TOOLS.map(({ name, input }) => jsonSchema(input, 'input', name));
const outputs = TOOLS.map(({ name, output }) => jsonSchema(output, 'output', name));

const tools = TOOLS.map(({ name, description }, at) => ({
	name,
	description: typeof description === 'string' ? description : callDescriptions.get(description.call),
	inputSchema: inputs[at],
	outputSchema: outputs[at],
}));

const shown = JSON.stringify(tools);
const large = Object.entries(types).filter(([name]) => shown.includes(`Type ${name}: see`) || isMentioned(name));

function isMentioned(name) {
	return Object.values(types).some((type) => JSON.stringify(type).includes(`Type ${name}: see`));
}

export const agentToolsText = `${JSON.stringify({ tools, types: Object.fromEntries(large.sort()) }, null, '\t')}\n`;
