export { workspaceFileTitle, workspacePath } from './file-name.ts';
export { type ReadWorkspace, readWorkspace, type WorkspaceFault } from './read.ts';
export { EMPTY_WORKSPACE, type Workspace } from './schema.ts';
export { type Secrets, secretsSchema } from './secrets.ts';
export { writeWorkspace } from './write.ts';
