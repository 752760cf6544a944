import type { code } from '../../words/en/as-code/code.ts';
import type { Texts } from '../../words/locale/texts.ts';
import type { CodeProgram, Omitted } from './program.ts';

/** The texts of comments, in the language of the interface. */
export type CodeWords = Texts<typeof code>;

/** What an emitter makes of a program. */
export interface Emitted {
	readonly text: string;
	/** What the program lacks of the endpoint. */
	readonly omitted: readonly Omitted[];
}

/** How a program waits for several things at once, or the tool of a shell that it uses. */
export type CodeStyle =
	| 'blocking'
	| 'threads'
	| 'selectors'
	| 'asyncio'
	| 'socketserver'
	| 'await'
	| 'goroutines'
	| 'nc'
	| 'socat'
	| 'curl'
	| 'openssl';

/** Writes a program in one language and style; undefined where they cannot do what it does. */
export type Emit = (program: CodeProgram, words: CodeWords) => Emitted | undefined;
