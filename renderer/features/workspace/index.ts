export { FolderDialog } from './FolderDialog.tsx';
export { LeaveDialog } from './LeaveDialog.tsx';
export { SecretsDialog } from './SecretsDialog.tsx';
export { VariablesDialog } from './VariablesDialog.tsx';
export { WorkspaceMenu } from './WorkspaceMenu.tsx';
export { WorkspacePathDialog } from './WorkspacePathDialog.tsx';
