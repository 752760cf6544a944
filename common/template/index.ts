export { compileTemplate, type Template } from './compile.ts';
export { type CaptureNames, type Captures, NOTHING_RECEIVED, type ReplyContext } from './context.ts';
export { formatCtime } from './ctime.ts';
export { environmentNames } from './environment-names.ts';
export { compileMessage, type MessageTemplate } from './message.ts';
export type { TemplateScope } from './message-sources.ts';
export { mergeNeeds, type TemplateNeeds, type TemplateValues, type VariableValues } from './values.ts';
