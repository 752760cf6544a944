import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { WorkspaceState } from '../../../common/contract/calls/workspace.ts';
import type { TopicSnapshot } from '../../../common/contract/index.ts';
import { endpointConfigSchema, mapPaths } from '../../../common/endpoints/index.ts';
import { validated } from '../../../common/json/validated.ts';
import { testWithStructures } from '../../../common/protocol-tests/structures-in.ts';
import { configWithStructures } from '../../../common/responder/index.ts';
import type { Structure } from '../../../common/structure/document/schema.ts';
import { programsOf } from '../../../common/structure/index.ts';
import { given } from '../../../common/words/sentence/said.ts';
import {
	EMPTY_WORKSPACE,
	type ReadWorkspace,
	type SecretPlace,
	structureUses,
	type Workspace,
	type WorkspaceEndpoint,
	withoutStructure,
	withSecret,
	withStructure,
} from '../../../common/workspace/index.ts';
import type { Engine } from '../../engine/core/types.ts';
import { appError } from '../sentences/app-error.ts';
import { changeSays } from '../sentences/change-says.ts';
import { Topic, wholeState } from '../topics/topic.ts';
import { History, type Way } from './history.ts';
import { faultInEndpoints, stepInEngine } from './put-in-engine.ts';
import { inFolder, toFolder } from './rebase.ts';

type Parts = Pick<Workspace, 'payloads' | 'variables' | 'tests' | 'filters' | 'colours' | 'structures' | 'layout'>;

/** What is set up, whatever its file: the endpoints of the engine, what is not in the engine, and the changes of both. */
export class WorkspaceContents {
	/** What it has besides endpoints. */
	readonly payloads: Topic<TopicSnapshot<'payloads'>>;
	readonly tests: Topic<TopicSnapshot<'tests'>>;
	readonly structures: Topic<TopicSnapshot<'structures'>>;
	/** Called before pages know of other parts besides the endpoints. */
	onChange: (() => void) | undefined;
	readonly #engine: Engine;
	/** What is not in the engine: the other parts of the workspace, and what it adds to endpoints, by their ids. */
	#rest: Workspace = EMPTY_WORKSPACE;
	#about = new Map<string, Pick<WorkspaceEndpoint, 'folder' | 'env'>>();
	#history = new History(EMPTY_WORKSPACE);
	/** A step of the history is under way: what is set up meanwhile is no change of anybody. */
	#stepping = false;

	constructor(engine: Engine) {
		this.#engine = engine;
		this.payloads = new Topic({ periodMs: 0, ...wholeState(() => this.#shown()) });
		this.tests = new Topic({ periodMs: 0, ...wholeState(() => ({ tests: this.#rest.tests })) });
		this.structures = new Topic({
			periodMs: 0,
			...wholeState((): TopicSnapshot<'structures'> => ({ structures: this.#rest.structures })),
		});
	}

	/** What it has besides endpoints. */
	get parts(): Parts {
		const { payloads, variables, tests, filters, colours, structures, layout } = this.#rest;
		return { payloads, variables, tests, filters, colours, structures, layout };
	}

	/** Endpoints that are put into the engine next name these structures. */
	setStructures(structures: Workspace['structures']): void {
		this.#engine.setStructures(programsOf(structures));
	}

	#shown(): TopicSnapshot<'payloads'> {
		const { payloads, variables, filters, colours } = this.#rest;
		return { payloads, variables, filters, colours };
	}

	/** Pages get no further messages. */
	close(): void {
		this.payloads.close();
		this.tests.close();
		this.structures.close();
	}

	/** What is set up now. */
	whole(): Workspace {
		const endpoints = this.#engine.lasting().map(({ id, config }) => ({ ...config, id, ...this.#about.get(id) }));
		return { ...this.#rest, endpoints };
	}

	/** Replaces what is not in the engine by that of a workspace whose endpoints are in it. */
	keepRest(workspace: Workspace): void {
		this.#setRest(workspace);
		this.#about = new Map(
			workspace.endpoints.map(({ id, folder, env }) => [
				id,
				{ ...(folder === undefined ? {} : { folder }), ...(env === undefined ? {} : { env }) },
			]),
		);
	}

	/** What is set up now is the beginning: nothing before it can be undone. */
	begin(): void {
		this.#history = new History(this.whole());
	}

	/** What differs from before is a change that can be undone. `known`: what the file had before. */
	note(known: ReadWorkspace | undefined): void {
		if (!this.#stepping) this.#history.note(this.whole(), known);
	}

	/** The changes that can be undone and done again. */
	get steps(): Pick<WorkspaceState, Way> {
		return { ...shownStep('undo', this.#history), ...shownStep('redo', this.#history) };
	}

	/**
	 * Undoes the last change, or does the one again that was undone last; only this step where one is named. Rejects with
	 * `wrong-state`, and then changes nothing.
	 * @param known what the file has until then
	 * @returns what it had when this was set up
	 */
	async go(way: Way, wanted: number | undefined, known: ReadWorkspace | undefined): Promise<ReadWorkspace | undefined> {
		const step = this.#history.next(way);
		if (step === undefined) throw appError('wrong-state', way === 'undo' ? 'nothingToUndo' : 'nothingToRedo');
		if (wanted !== undefined && wanted !== step.id) {
			throw appError('wrong-state', 'changedSince', { what: changeSays(step) });
		}
		const before = way === 'undo';
		await this.become(before ? step.before : step.after, () => this.#history.went(way, this.whole(), known));
		return before ? step.known.before : step.known.after;
	}

	/**
	 * Makes what is set up that of a workspace whose endpoints compile, as one change: endpoints that differ keep running.
	 * Rejects with `wrong-state` where one has to be stopped for it, and then changes nothing. New endpoints are stopped.
	 * @param then is called before anybody else can change something
	 */
	async become(target: Workspace, then?: () => void): Promise<void> {
		const fault = faultInEndpoints(target);
		if (fault !== undefined) throw appError('wrong-state', 'partsDoNotFit', { reason: given(fault) });
		const before = this.#rest.structures;
		this.#stepping = true;
		try {
			this.setStructures(target.structures);
			await stepInEngine(this.#engine, target.endpoints);
			this.keepRest({ ...target, $schema: this.#rest.$schema });
			this.#engine.structuresChanged();
			then?.();
		} catch (error) {
			this.setStructures(before);
			throw error;
		} finally {
			this.#stepping = false;
		}
	}

	/**
	 * Saves a structure, in place of one with the id `replaces` or at the end; rules and tests that name it follow another id. Fails with
	 * `wrong-state` where rules would not fit any more, and as `withStructure` does.
	 */
	saveStructure(structure: Structure, replaces: string | undefined): void {
		const structures = withStructure(this.#rest.structures, structure, replaces);
		const nowCalled = (id: string) => (id === replaces ? structure.id : id);
		const whole = this.whole();
		const endpoints = whole.endpoints.map((one) => configWithStructures(one, nowCalled));
		const fault = faultInEndpoints({ endpoints, structures });
		if (fault !== undefined) throw appError('wrong-state', 'rulesDoNotFit', { reason: given(fault) });
		this.#setRest({ ...this.#rest, structures, tests: whole.tests.map((test) => testWithStructures(test, nowCalled)) });
		this.#engine.structuresChanged(nowCalled);
	}

	/** Removes a structure. Fails with `wrong-state` while rules or tests name it, and with `not-found`. */
	removeStructure(id: string): void {
		const uses = structureUses(this.whole(), id);
		if (uses.length > 0) throw appError('wrong-state', 'structureUsed', { id, names: uses.join(', ') });
		this.#setRest({ ...this.#rest, structures: withoutStructure(this.#rest.structures, id) });
	}

	/** From now on relative paths begin in another folder, where they mean the same as before. Throws as `toFolder` does. */
	moveTo(from: string, to: string): void {
		if (from === to) return;
		const change = toFolder(from, to);
		const rest = inFolder(this.#rest, from, to);
		this.#history.rewrite((workspace) => inFolder(workspace, from, to));
		this.#engine.relocate(to, (config) => mapPaths(config, change));
		this.#setRest(rest);
	}

	/** From now on editors find the schema of its file there, where it names none. This is no change to undo. */
	nameSchema(reference: string): void {
		this.#rest = { ...this.#rest, $schema: this.#rest.$schema ?? reference };
	}

	/** Replaces parts besides the endpoints. */
	change(parts: Partial<Parts>): void {
		this.#setRest({ ...this.#rest, ...parts });
	}

	/**
	 * Moves an endpoint to the place of another, or with null to the end, and into a folder, or with null out of it. Throws
	 * `not-found`.
	 */
	move(id: string, before: string | null | undefined, folder: string | null | undefined): void {
		const ids = this.#engine.lasting().map((endpoint) => endpoint.id);
		if (!ids.includes(id) || (typeof before === 'string' && !ids.includes(before))) {
			throw noSuchEndpoint();
		}
		const { folder: present, ...others } = this.#about.get(id) ?? {};
		const wanted = folder === undefined ? present : (folder ?? undefined);
		this.#about.set(id, wanted === undefined ? others : { ...others, folder: wanted });
		if (before === undefined || before === id) return;
		const rest = ids.filter((other) => other !== id);
		this.#engine.arrange(
			before === null ? [...rest, id] : rest.flatMap((other) => (other === before ? [id, other] : other)),
		);
	}

	/** Gives an endpoint a secret. Throws as `Engine.update`. */
	setSecret(id: string, place: SecretPlace, text: string): void {
		const config = this.#engine.endpoint(id)?.config;
		if (config === undefined) throw noSuchEndpoint();
		this.#engine.update(id, validated(endpointConfigSchema, withSecret(config, place, text)));
	}

	#setRest(rest: Workspace): void {
		this.#rest = rest;
		this.onChange?.();
		this.setStructures(rest.structures);
		this.payloads.tell(true);
		this.structures.tell(true);
		this.tests.tell(true);
	}
}

function noSuchEndpoint(): WirebenchError {
	return appError('not-found', 'endpointMissing');
}

function shownStep(way: Way, history: History): Pick<WorkspaceState, Way> {
	const step = history.next(way);
	return step === undefined ? {} : { [way]: { id: step.id, what: step.what, name: step.name } };
}
