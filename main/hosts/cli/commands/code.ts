import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import {
	type CodeLanguage,
	type CodeProgram,
	type CodeStyle,
	codeLanguages,
	type Emitted,
	isCodeStyle,
	programOfConfig,
	programOfRecording,
	stylesOf,
} from '../../../../common/code/index.ts';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { type EndpointConfig, endpointConfigSchema } from '../../../../common/endpoints/index.ts';
import { findPreset } from '../../../../common/presets/index.ts';
import { code } from '../../../../common/words/en/as-code/code.ts';
import { printing } from '../../../../common/words/en/cli/printing.ts';
import { coding } from '../../../../common/words/en/cli/programs/coding.ts';
import { configOf, isWorkspaceText } from '../../../../common/workspace/index.ts';
import { defaultDataFolder } from '../../../app/folders/data-folder.ts';
import { loadWorkspace } from '../../../app/workspace/load-workspace.ts';
import { checked, parseNamed } from '../files/json-file.ts';
import { readNamedText } from '../files/named-text.ts';
import { writeTextFile } from '../output/text-file.ts';
import { connectionNumber, readRecorded } from '../recording/recorded.ts';
import { stdout } from '../terminal/console.ts';
import { faultText, LANGUAGE_FLAG, spoken } from '../terminal/language.ts';

const words = () => spoken('coding', coding);
const printingWords = () => spoken('printing', printing);

interface CodeOptions {
	readonly language: string;
	readonly style?: string;
	readonly endpoint?: string;
	readonly connection?: number;
	readonly output: string;
	readonly force?: boolean;
}

async function endpointIn(file: string, text: string, wanted: string | undefined): Promise<EndpointConfig> {
	const loaded = await loadWorkspace(file, text, resolve(defaultDataFolder()));
	if ('kind' in loaded) throw new WirebenchError('bad-input', `${file} ${faultText(loaded)}`);
	const { endpoints } = loaded.workspace;
	const names = endpoints.map(({ name }) => name).join(', ');
	const found =
		wanted === undefined && endpoints.length === 1
			? endpoints[0]
			: endpoints.find(({ id, name }) => name === wanted || id === wanted);
	if (found !== undefined) return configOf(found);
	throw new WirebenchError(
		'bad-input',
		wanted === undefined ? words().choose(names) : words().noEndpoint(wanted, names),
	);
}

/** The config of a preset, or of an endpoint in a file. Throws `bad-input`. */
async function configNamed(what: string, endpoint: string | undefined): Promise<EndpointConfig> {
	const preset = findPreset(what);
	if (preset !== undefined && endpoint === undefined) return endpointConfigSchema.parse(preset.config);
	if (!existsSync(what)) throw new WirebenchError('bad-input', words().nothing(what));
	const text = readNamedText(what);
	if (isWorkspaceText(text)) return endpointIn(what, text, endpoint);
	if (endpoint !== undefined) throw new WirebenchError('bad-input', words().notWorkspace);
	return checked(what, endpointConfigSchema, parseNamed(what, text));
}

/** The language on the command line, and the styles to try: the chosen one, or all. */
function chosenStyles({ language: id, style }: CodeOptions): { language: CodeLanguage; styles: readonly CodeStyle[] } {
	const language = codeLanguages.find((one) => one.id === id);
	if (language === undefined) throw new TypeError(`${id} is no choice of the option.`);
	const all = stylesOf(language);
	if (style === undefined) return { language, styles: all };
	if (isCodeStyle(style) && all.includes(style)) return { language, styles: [style] };
	throw new WirebenchError('bad-input', words().noStyle(language.name, style, all.join(', ')));
}

/** The program in the first of the styles that can write it. */
function written(program: CodeProgram, options: CodeOptions): Emitted {
	const { language, styles } = chosenStyles(options);
	for (const style of styles) {
		const made = language.styles[style]?.(program, spoken('code', code));
		if (made !== undefined) return made;
	}
	throw new WirebenchError('unavailable', words().cannot(language.name, styles.join(', ')));
}

/** What a preset, an endpoint of a file, or the client of a recorded connection does. Throws `bad-input` or `unavailable`. */
async function programNamed(what: string, { connection, endpoint }: CodeOptions): Promise<CodeProgram> {
	if (connection !== undefined) {
		const program = programOfRecording(await readRecorded(what, connection));
		if (program !== undefined) return program;
		throw new WirebenchError('unavailable', words().noPlace);
	}
	return programOfConfig(await configNamed(what, endpoint));
}

async function write(what: string, options: CodeOptions): Promise<void> {
	chosenStyles(options);
	const { text } = written(await programNamed(what, options), options);
	if (options.output === '-') stdout().bytes(Buffer.from(text));
	else await writeTextFile(options.output, text, { replace: options.force ?? false });
}

/** The styles of each language, for people. */
function styleList(): string {
	return codeLanguages.map((language) => `${language.id}: ${stylesOf(language).join(', ')}`).join('; ');
}

export function addCode(program: Command): void {
	program
		.command('code')
		.summary(words().summary)
		.description(words().description)
		.argument('<what>', words().what)
		.addOption(
			new Option(`${LANGUAGE_FLAG} <name>`, words().language)
				.choices(codeLanguages.map(({ id }) => id))
				.default('python'),
		)
		.option('--style <name>', words().style(styleList()))
		.option('--endpoint <name>', words().endpoint)
		.option('--connection <n>', words().connection, connectionNumber)
		.option('-o, --output <file>', printingWords().output, '-')
		.option('--force', printingWords().force)
		.action(write);
	// Otherwise the program's own option of this name, which is for the help, would take the value.
	program.enablePositionalOptions();
}
