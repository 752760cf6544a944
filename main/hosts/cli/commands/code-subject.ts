import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import {
	type CodeProgram,
	programOfConfig,
	programOfPayload,
	programOfRecording,
	programOfTest,
} from '../../../../common/code/index.ts';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { type EndpointConfig, endpointConfigSchema, kindFor } from '../../../../common/endpoints/index.ts';
import { validated } from '../../../../common/json/validated.ts';
import { findPreset } from '../../../../common/presets/index.ts';
import type { Sequence } from '../../../../common/protocol-tests/test-schema.ts';
import { code } from '../../../../common/words/en/as-code/code.ts';
import { coding } from '../../../../common/words/en/cli/programs/coding.ts';
import { configOf, isWorkspaceText, type Workspace } from '../../../../common/workspace/index.ts';
import { defaultDataFolder } from '../../../app/folders/data-folder.ts';
import { loadWorkspace } from '../../../app/workspace/load-workspace.ts';
import { checked, parseNamed } from '../files/json-file.ts';
import { readNamedText } from '../files/named-text.ts';
import { chosenResponder } from '../flags/answers.ts';
import { sendConfig } from '../flags/send-config.ts';
import { parseSocketUrl } from '../flags/url.ts';
import { readRecorded } from '../recording/recorded.ts';
import { faultText, spoken } from '../terminal/language.ts';
import { readTests } from '../tests/read-tests.ts';

const words = () => spoken('coding', coding);
const codeWords = () => spoken('code', code);

/** What is written: an endpoint, a connection, a payload or a test. */
export interface CodeSubject {
	readonly endpoint?: string;
	readonly connection?: number;
	readonly payload?: string;
	readonly test?: string;
	readonly to: string;
}

const bad = (text: string): WirebenchError => new WirebenchError('bad-input', text);

async function workspaceIn(file: string, text: string): Promise<Workspace> {
	const loaded = await loadWorkspace(file, text, resolve(defaultDataFolder()));
	if ('kind' in loaded) throw bad(`${file} ${faultText(loaded)}`);
	return loaded.workspace;
}

function endpointIn({ endpoints }: Workspace, wanted: string | undefined): EndpointConfig {
	const names = endpoints.map(({ name }) => name).join(', ');
	const found =
		wanted === undefined && endpoints.length === 1
			? endpoints[0]
			: endpoints.find(({ id, name }) => name === wanted || id === wanted);
	if (found !== undefined) return configOf(found);
	throw bad(wanted === undefined ? words().choose(names) : words().noEndpoint(wanted, names));
}

/** A server with the rules of a file alone. */
function serverWith(file: string, to: string): EndpointConfig {
	const { protocol, ...place } = parseSocketUrl(to, 0);
	const responder = chosenResponder({ rules: file }, undefined, 'utf-8');
	return validated(endpointConfigSchema, { kind: kindFor('listen', protocol), name: file, ...place, responder });
}

/** The config of a preset, or of an endpoint in a file, or a server with a file of rules. */
async function configNamed(what: string, { endpoint, to }: CodeSubject): Promise<EndpointConfig> {
	const preset = findPreset(what);
	if (preset !== undefined && endpoint === undefined) return endpointConfigSchema.parse(preset.config);
	if (!existsSync(what)) throw bad(words().nothing(what));
	const text = readNamedText(what);
	if (isWorkspaceText(text)) return endpointIn(await workspaceIn(what, text), endpoint);
	if (endpoint !== undefined) throw bad(words().notWorkspace);
	const written = parseNamed(what, text);
	const isRules = Array.isArray(written) || (typeof written === 'object' && written !== null && !('kind' in written));
	return isRules ? serverWith(what, to) : checked(what, endpointConfigSchema, written);
}

async function payloadNamed(what: string, name: string, to: string): Promise<CodeProgram> {
	const { payloads } = await workspaceIn(what, readNamedText(what));
	const payload = payloads.find((one) => one.name === name);
	if (payload === undefined) throw bad(words().noPayload(name, payloads.map((one) => one.name).join(', ')));
	return programOfPayload(payload, sendConfig(parseSocketUrl(to, 1)));
}

function testProgram(test: Sequence): CodeProgram {
	const program = programOfTest(test);
	if ('unwritten' in program) throw new WirebenchError('unavailable', codeWords().unwritten(program.unwritten));
	return program;
}

async function testNamed(what: string, name: string): Promise<CodeProgram> {
	const { tests } = await readTests(what, {});
	const test = tests.find((one) => one.name === name);
	if (test === undefined) throw bad(words().noTest(name, tests.map((one) => one.name).join(', ')));
	return testProgram(test);
}

/** What a preset, a part of a file, or the client of a recorded connection does. Throws `bad-input` or `unavailable`. */
export async function programNamed(what: string, subject: CodeSubject): Promise<CodeProgram> {
	const { connection, payload, test, to } = subject;
	if (payload !== undefined) return payloadNamed(what, payload, to);
	if (test !== undefined) return testNamed(what, test);
	if (connection === undefined) return programOfConfig(await configNamed(what, subject));
	const program = programOfRecording(await readRecorded(what, connection));
	if (program !== undefined) return program;
	throw new WirebenchError('unavailable', codeWords().noPlace);
}
