export { LeaveDialog } from './LeaveDialog.tsx';
export { WorkspaceMenu } from './WorkspaceMenu.tsx';
export { WorkspacePathDialog } from './WorkspacePathDialog.tsx';
