export type { CodeStyle, CodeWords, Emitted } from './description/emitter.ts';
export { programOfConfig } from './description/of-config.ts';
export { programOfPayload } from './description/of-payload.ts';
export { programOfRecording } from './description/of-recording.ts';
export { programOfTest } from './description/of-test.ts';
export type { CodeProgram } from './description/program.ts';
export { type CodeLanguage, codeLanguages } from './languages.ts';
export { isCodeStyle, stylesOf } from './styles.ts';
export { omittedText } from './text/header.ts';
