import type { z } from 'zod';
import { said } from '../json/issue-says.ts';
import { pathText } from '../json/issue-text.ts';
import { unknownPaths } from '../json/unknown-keys.ts';
import { documentSays } from '../sentences/document-says.ts';
import { type Structure, structureSchema } from '../structure/document/schema.ts';
import { compileStructure } from '../structure/program/compile.ts';
import { endpointsIn, listIn } from './document.ts';
import { finding, findings, type WorkspaceFinding } from './problems.ts';
import { readDocument } from './read.ts';
import { endpointSchema, repeatedIds, type Workspace, type WorkspaceEndpoint, workspaceSchema } from './schema.ts';

/** A workspace file that was looked at as a whole. */
export interface CheckedWorkspace {
	/** Everything that is wrong; empty: the file can be used. */
	readonly problems: readonly WorkspaceFinding[];
	/** Keys that this version does not know. They are kept, but may be typing errors. */
	readonly unknown: readonly WorkspaceFinding[];
	/** The endpoints that are right by themselves, each with its index in the file. */
	readonly endpoints: readonly { readonly at: number; readonly endpoint: WorkspaceEndpoint }[];
	/** The structures that are right by themselves. */
	readonly structures: readonly Structure[];
	/** The whole, where nothing is wrong. */
	readonly workspace?: Workspace | undefined;
}

/** Finds everything that is wrong in the text of a workspace file, where `readWorkspace` stops at the first fault. */
export function checkWorkspace(text: string): CheckedWorkspace {
	const read = readDocument(text);
	if ('kind' in read) {
		const problem = { path: '', ...documentSays('fileFault', { reason: read }) };
		return { problems: [problem], unknown: [], endpoints: [], structures: [] };
	}
	const { document } = read;
	const parsed = workspaceSchema.safeParse(document);
	const endpoints = endpointsIn(document).flatMap((written, at) => {
		const one = endpointSchema.safeParse(written);
		return one.success ? [{ at, endpoint: one.data }] : [];
	});
	const unknown = parsed.success
		? unknownPaths(document, parsed.data)
		: endpoints.flatMap(({ at, endpoint }) =>
				unknownPaths(endpointsIn(document)[at], endpoint).map((path) => ['endpoints', at, ...path]),
			);
	return {
		problems: [...(parsed.success ? [] : allProblems(document, parsed.error)), ...structureFaults(document)],
		unknown: unknown.map((path) => finding(document, path, said('unknownKey'))),
		endpoints,
		structures:
			parsed.data?.structures ??
			listIn(document, 'structures').flatMap((written) => structureSchema.safeParse(written).data ?? []),
		workspace: parsed.data,
	};
}

/** What is wrong in structures whose form is right: in expressions and references. */
function structureFaults(document: unknown): WorkspaceFinding[] {
	return listIn(document, 'structures').flatMap((written, at) => {
		const { success, data } = structureSchema.safeParse(written);
		const compiled = success ? compileStructure(data) : undefined;
		if (compiled === undefined || compiled.ok) return [];
		return compiled.faults.map((fault) => ({ ...fault, path: pathText(['structures', at, ...fault.path]) }));
	});
}

/** Zod compares the ids only where each endpoint is right by itself. */
function allProblems(document: unknown, error: z.ZodError): WorkspaceFinding[] {
	const found = findings(document, error);
	const repeated = repeatedIds(endpointsIn(document)).map(({ at, fault }) =>
		finding(document, ['endpoints', at, 'id'], fault),
	);
	return [...found, ...repeated.filter(({ path }) => !found.some((one) => one.path === path))];
}
