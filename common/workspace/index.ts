export { type ReadWorkspace, readWorkspace, type WorkspaceFault } from './read.ts';
export type { Workspace } from './schema.ts';
export { type Secrets, secretsSchema } from './secrets.ts';
export { writeWorkspace } from './write.ts';
