import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

/** A file of docs/. */
export function docs(name: string): string {
	return readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
}

/** Whether the published JSON Schema accepts a document, by a validator that shares no code with ours. */
export const fitsSchema = new Ajv2020({ strict: true, strictTypes: false }).compile(
	JSON.parse(docs('workspace.schema.json')),
);
