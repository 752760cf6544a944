import { z } from 'zod';
import { ENDPOINT_KINDS } from '../../endpoints/index.ts';
import { folderSchema } from '../../payload/saved.ts';
import { connectionNameSchema } from '../../protocol-tests/step-schema.ts';
import { testPlaceSchema } from '../../protocol-tests/test-schema.ts';
import { PART_KINDS } from '../../workspace/part-kinds.ts';
import { SECRET_PLACES } from '../../workspace/secret-places.ts';
import { WORKSPACE_CHANGES } from '../../workspace/step.ts';
import { CLASH_RESOLUTIONS } from '../../workspace/take-parts.ts';
import { endpointIdSchema } from '../base/address.ts';
import { environmentUseSchema } from '../base/error-info.ts';
import { LIMITS } from '../base/limits.ts';
import { sentenceSchema } from '../base/sentence.ts';
import { call, stateTopic } from '../base/table.ts';

/**
 * Why the workspace is not stored. `broken`: the file cannot be read or is no workspace. `newer`: a later version wrote
 * it. `missing`: the file of the last run is not there. `changed`: another program has changed it since it was last read
 * or written. `unwritable`: writing failed; the next change tries again.
 */
export const WORKSPACE_PROBLEMS = ['broken', 'newer', 'missing', 'changed', 'unwritable'] as const;

const workspaceProblemSchema = z.object({
	kind: z.enum(WORKSPACE_PROBLEMS),
	message: z.string(),
	/** The sentence that `message` is. */
	says: sentenceSchema.optional(),
});
export type WorkspaceProblem = z.infer<typeof workspaceProblemSchema>;

/** A change that can be undone or done again: `changeWords` of common/workspace names it. */
const workspaceStepSchema = z.object({
	id: z.number().int(),
	what: z.enum(WORKSPACE_CHANGES),
	/** Of the endpoint, or of the part of the workspace; for `several` their number. */
	name: z.string(),
});

/** A client or a server of a test's own: the test, and the name of the connection. */
const testConnectionPlace = testPlaceSchema.extend({ connection: connectionNameSchema });

/** A secret that is missing on this machine: of `endpoint`, or else of a connection of `test`. */
const missingSecretSchema = z.object({
	endpoint: endpointIdSchema.optional(),
	test: testConnectionPlace.optional(),
	/** Its place in the config. */
	path: z.enum(SECRET_PLACES),
	/** What it is, for people: `the password of its upstream proxy`. */
	what: z.string(),
	/** The environment variable that the file names for it, and that is not set. */
	env: z.string().optional(),
});

export const workspaceStateSchema = z.object({
	/** Differs for each run of Wirebench, and for each workspace that is opened in it. */
	opened: z.string(),
	/** Path of the file on the host. */
	path: z.string(),
	/** Its name for people. */
	title: z.string(),
	/** The one of the data folder: nobody has chosen a place for it. */
	untitled: z.boolean(),
	/** The file has all that is set up. */
	saved: z.boolean(),
	/** While it is set, nothing is stored. */
	problem: workspaceProblemSchema.optional(),
	/** Endpoints that ran when the last process ended, and have not been started since. */
	ran: z.array(endpointIdSchema),
	/** A person has chosen, for this file on this machine, that opening it starts `ran`. */
	startRan: z.boolean(),
	/** The endpoints in the order in which they are shown. */
	order: z.array(z.object({ id: endpointIdSchema, folder: folderSchema.optional() })),
	missing: z.array(missingSecretSchema),
	undo: workspaceStepSchema.optional(),
	redo: workspaceStepSchema.optional(),
});
export type WorkspaceState = z.infer<typeof workspaceStateSchema>;

/**
 * What to do about a problem. `take-file`: the file is read again and replaces what is set up; endpoints from the first
 * that differs on are stopped. `start-new`, for a broken, newer or missing file: it is renamed aside, and what is set up
 * is stored. `keep-mine`, for a changed file: it is replaced.
 */
export const WORKSPACE_RESOLUTIONS = ['start-new', 'take-file', 'keep-mine'] as const;
export type WorkspaceResolution = (typeof WORKSPACE_RESOLUTIONS)[number];

const path = z.string().min(1).max(LIMITS.pathChars);
const chosen = z.object({ path: z.string().optional() });
/** With an id only this one, which may not be the last any more. */
const step = z.object({ step: z.number().int().optional() });
/** Whether running endpoints may be stopped. Without it the call fails with `wrong-state` while one runs. */
const stopRunning = z.boolean().default(false);
const leaving = ['wrong-state', 'disk'] as const;
const opening = ['bad-input', ...leaving] as const;

/** A workspace file: by its path on the host, or its text, as of a file that was dropped on a page in a browser. */
const fileSchema = z.union([
	z.object({ path }),
	z.object({ name: z.string().max(LIMITS.nameChars), text: z.string().max(LIMITS.workspaceChars) }),
]);
export type WorkspaceSource = z.infer<typeof fileSchema>;

const partPlace = { kind: z.enum(PART_KINDS), key: z.string() };

/** A part of a workspace, and what it would clash with in the open one. */
const offeredPartSchema = z.object({
	...partPlace,
	name: z.string(),
	folder: folderSchema.optional(),
	/** What it is: its kind and address, its text, its value. The first 200 characters. */
	detail: z.string(),
	/** Number of steps of a test: what its `detail` says. */
	steps: z.number().int().optional(),
	/** Kind and address of an endpoint: what its `detail` says. */
	endpoint: z.object({ kind: z.enum(ENDPOINT_KINDS), address: z.string() }).optional(),
	/** `same`: the open one has it already. `id`: an endpoint of another name has its id. `name`: another has its name. */
	clash: z.object({ name: z.string(), by: z.enum(['same', 'id', 'name']) }).optional(),
});
export type OfferedPart = z.infer<typeof offeredPartSchema>;

const taking = z.object({
	...partPlace,
	/**
	 * Where there is a clash. `rename`: both stay, it gets a free name and id. `replace`: it takes the place of the one that is
	 * here, with its id. `skip`: it is not taken.
	 */
	clash: z.enum(CLASH_RESOLUTIONS).default('rename'),
});

export const workspaceCalls = {
	/**
	 * Opens a workspace file in place of the open one, everything stopped. A file that cannot be used is an error that
	 * names what is wrong and where, and changes nothing. Fails with `wrong-state` while the open one is not saved.
	 * Left out: the untitled one.
	 */
	workspaceOpen: call('command', z.object({ path: path.optional(), stopRunning }), z.null(), opening),
	/**
	 * Opens a copy of a workspace file of which only the text is known, as of one that was dropped on a page in a browser.
	 * The copy is in the data folder.
	 */
	workspaceOpenText: call(
		'command',
		z.object({ name: z.string().max(LIMITS.nameChars), text: z.string().max(LIMITS.workspaceChars), stopRunning }),
		z.object({ path: z.string() }),
		opening,
	),
	/** Opens a new file of the data folder, in which nothing is set up. */
	workspaceNew: call('command', z.object({ stopRunning }), z.object({ path: z.string() }), leaving),
	/**
	 * Stores it in another file, which is the open one from now on; endpoints continue. Adds the end of a workspace's name
	 * where it is missing. Fails with `wrong-state` where there is a file, unless `replace` is set.
	 */
	workspaceSaveAs: call(
		'command',
		z.object({ path, replace: z.boolean().default(false) }),
		z.object({ path }),
		leaving,
	),
	/** The same beside the open file, under the next free name. */
	workspaceDuplicate: call('command', z.object({}), z.object({ path }), leaving),
	/**
	 * The endpoints, payloads, variables, tests and filters of a workspace file, or of the open one where `from` is left out. Fails as
	 * `workspaceOpen` for a file that cannot be used.
	 */
	workspaceParts: call(
		'query',
		z.object({ from: fileSchema.optional() }),
		z.object({ title: z.string(), parts: z.array(offeredPartSchema) }),
		['bad-input'],
	),
	/**
	 * Takes parts of a workspace file into the open one, in one step that can be undone; endpoints are stopped. Its secrets
	 * that this machine keeps come along. Fails as `workspaceParts`, with `not-found` where the file does not have one any
	 * more, and with `wrong-state` where a running endpoint would have to be stopped, or for more parts than fit.
	 */
	workspaceTakeParts: call('command', z.object({ from: fileSchema, parts: z.array(taking).min(1) }), z.null(), [
		'bad-input',
		'not-found',
		'wrong-state',
	]),
	/**
	 * Stores parts of the open workspace, without secrets, in another file, which is not opened. Adds the end of a workspace's
	 * name where it is missing. Fails with `not-found` for a part that is gone, and with `wrong-state` where there is a file,
	 * unless `replace` is set, and for the open file.
	 */
	workspaceExportParts: call(
		'command',
		z.object({ path, parts: z.array(z.object(partPlace)).min(1), replace: z.boolean().default(false) }),
		z.object({ path }),
		['not-found', ...leaving],
	),
	/**
	 * Undoes the last change of the workspace, whoever made it. A removed endpoint is created again, stopped. Fails with
	 * `wrong-state` where there is nothing to undo, and where a running endpoint has to be stopped for it.
	 */
	workspaceUndo: call('command', step, z.null(), ['wrong-state', 'bad-input', 'disk']),
	/** Does what was undone last again. Fails as `workspaceUndo`. */
	workspaceRedo: call('command', step, z.null(), ['wrong-state', 'bad-input', 'disk']),
	/**
	 * Moves an endpoint in the order, to the place of another one, or with null to the end, and into a folder, or with null
	 * out of it. What is left out stays. It goes on running.
	 */
	endpointMove: call(
		'command',
		z.object({
			id: endpointIdSchema,
			before: endpointIdSchema.nullable().optional(),
			folder: folderSchema.nullable().optional(),
		}),
		z.null(),
		['not-found'],
	),
	/** Gives a stopped endpoint a secret that is missing: the text, or the PEM of a key. It is kept on this machine. */
	workspaceSecret: call(
		'command',
		z.object({ id: endpointIdSchema, path: z.enum(SECRET_PLACES), text: z.string().min(1).max(LIMITS.pemChars) }),
		z.null(),
		['not-found', 'wrong-state'],
	),
	/** Gives a connection of a test a secret that is missing, as `workspaceSecret` does. */
	testSecret: call(
		'command',
		testConnectionPlace.extend({ path: z.enum(SECRET_PLACES), text: z.string().min(1).max(LIMITS.pemChars) }),
		z.null(),
		['not-found'],
	),
	/** Opens the host's file dialog; no path when the person cancels it. Only where `openDialog` is a capability. */
	workspaceChoose: call('command', z.object({}), chosen, ['unavailable']),
	/** Starts the endpoints of `ran`, servers first; each keeps its own error. */
	workspaceStartRan: call('command', z.object({}), z.object({ started: z.number(), failed: z.number() }), [
		'unconfirmed',
	]),
	/**
	 * Lets the open file use variables of the environment, on this machine and from now on: the answer to an error
	 * `unconfirmed`, with the uses in its details. What the file has named since then stays a question. Fails with
	 * `not-permitted` for an agent.
	 */
	workspaceAllowEnvironment: call('command', z.object({ uses: z.array(environmentUseSchema).min(1) }), z.null(), [
		'not-permitted',
		'disk',
	]),
	/** Chooses whether opening this file on this machine starts what ran. */
	workspaceKeepStartRan: call('command', z.object({ on: z.boolean() }), z.null(), ['disk']),
	/** Empties `ran`. */
	workspaceForgetRan: call('command', z.object({}), z.null(), []),
	/** Fails with `wrong-state` where the problem is another one or over, and with `disk`. */
	workspaceResolve: call('command', z.object({ how: z.enum(WORKSPACE_RESOLUTIONS) }), z.null(), [
		'wrong-state',
		'disk',
	]),
} as const;

export const workspaceTopics = {
	/** The state of the workspace's file. Each message is the whole state. */
	workspace: stateTopic(z.object({}), workspaceStateSchema),
} as const;
