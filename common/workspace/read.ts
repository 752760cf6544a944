import { isObject } from '../json/is-object.ts';
import { said } from '../json/issue-says.ts';
import { parseJson, whyNotJson } from '../json/parse.ts';
import { documentSays } from '../sentences/document-says.ts';
import { given, type Said } from '../words/sentence/said.ts';
import { findingSays, findings, type WorkspaceFinding } from './problems.ts';
import { WORKSPACE_VERSION, type Workspace, workspaceSchema } from './schema.ts';
import { type Environment, withEnvironment } from './secret-places.ts';
import { type Secrets, withSecrets } from './secrets.ts';

/** A workspace that was read, with what this version does not know of it. */
export interface ReadWorkspace {
	/** With its secrets. */
	readonly workspace: Workspace;
	/** The file's JSON. */
	readonly document: unknown;
}

/**
 * Why a text is not a workspace: what is wrong and where, as the end of a sentence, `is not JSON: look at line 3, column 5.`
 * `newer`: a later version wrote it.
 */
export interface WorkspaceFault extends Said {
	readonly kind: 'broken' | 'newer';
}

/**
 * Reads the text of a workspace file; `secrets` are those that were kept beside it, `environment` has the variables that
 * it may name.
 */
export function readWorkspace(
	text: string,
	secrets: Secrets = {},
	environment: Environment = {},
): ReadWorkspace | WorkspaceFault {
	const read = readDocument(text);
	if ('kind' in read) return read;
	const { document } = read;
	const parsed = workspaceSchema.safeParse(withEnvironment(withSecrets(document, secrets), environment));
	if (parsed.success) return { workspace: parsed.data, document };
	const [first = { path: '', ...said('notUsable') }] = findings(document, parsed.error);
	return noWorkspace(first);
}

/** A file with this fault. */
export function noWorkspace(fault: WorkspaceFinding): WorkspaceFault {
	return { kind: 'broken', ...documentSays('noWorkspace', { what: given(findingSays(fault)) }) };
}

/** The JSON of a workspace file of a version that this one reads. */
export function readDocument(text: string): { readonly document: unknown } | WorkspaceFault {
	let document: unknown;
	try {
		document = parseJson(text);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		return { kind: 'broken', ...whyNotJson(error, text) };
	}
	const version = isObject(document) ? document.wirebench : undefined;
	if (typeof version === 'number' && version > WORKSPACE_VERSION) {
		return { kind: 'newer', ...documentSays('newerFormat', { format: version, known: WORKSPACE_VERSION }) };
	}
	return { document };
}

/** Whether a text is meant as a workspace, of whatever version: it has the format's number. */
export function isWorkspaceText(text: string): boolean {
	const read = readDocument(text);
	return 'kind' in read ? read.kind === 'newer' : isObject(read.document) && 'wirebench' in read.document;
}
