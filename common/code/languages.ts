import { emitC } from './c/index.ts';
import type { CodeStyle, Emit } from './description/emitter.ts';
import { emitGo } from './go/index.ts';
import { emitNode } from './node/index.ts';
import { emitPython } from './python/index.ts';
import { emitCurl } from './shell/curl.ts';
import { emitNc, emitOpenssl, emitSocat } from './shell/index.ts';

/** A programming language, and its styles; the first one is used unless another is wanted. */
export interface CodeLanguage {
	readonly id: string;
	/** As people write it. */
	readonly name: string;
	/** Of the name of a file. */
	readonly extension: string;
	readonly styles: Readonly<Partial<Record<CodeStyle, Emit>>>;
	/** The command that runs a program in a file of this name. */
	readonly run: (file: string) => string;
}

const CODE_LANGUAGES = {
	python: {
		id: 'python',
		name: 'Python',
		extension: 'py',
		styles: {
			blocking: emitPython('blocking'),
			threads: emitPython('threads'),
			selectors: emitPython('selectors'),
			asyncio: emitPython('asyncio'),
			socketserver: emitPython('socketserver'),
		},
		run: (file) => `python3 ${file}`,
	},
	node: {
		id: 'node',
		name: 'Node',
		extension: 'mjs',
		styles: { await: emitNode },
		run: (file) => `node ${file}`,
	},
	c: {
		id: 'c',
		name: 'C',
		extension: 'c',
		styles: { blocking: emitC('blocking'), threads: emitC('threads') },
		run: (file) => `cc -Wall -Wextra -o ${file.slice(0, -2)} ${file} && ./${file.slice(0, -2)}`,
	},
	go: {
		id: 'go',
		name: 'Go',
		extension: 'go',
		styles: { goroutines: emitGo },
		run: (file) => `go run ${file}`,
	},
	shell: {
		id: 'shell',
		name: 'Shell',
		extension: 'sh',
		styles: { nc: emitNc, socat: emitSocat, curl: emitCurl, openssl: emitOpenssl },
		run: (file) => `sh ${file}`,
	},
} as const satisfies Readonly<Record<string, CodeLanguage>>;

/** The languages, in the order in which people see them. */
export const codeLanguages: readonly CodeLanguage[] = Object.values(CODE_LANGUAGES);
