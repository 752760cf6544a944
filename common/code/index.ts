export type { CodeWords, Emitted } from './description/emitter.ts';
export { programOfConfig } from './description/of-config.ts';
export type { CodeProgram, Omitted } from './description/program.ts';
export { type CodeLanguage, codeLanguages } from './languages.ts';
export { omittedText } from './text/header.ts';
