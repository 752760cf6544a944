export { type NumberHeader, numberMessage, prepareMessage, readHeader } from './header.ts';
export { compileNumberedText, type NumberedText } from './text.ts';
