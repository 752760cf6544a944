export { bytesLiteral, bytesLiterals, type LiteralPart } from './literal.ts';
