export { DroppedDialog } from './DroppedDialog.tsx';
export { FolderDialog } from './FolderDialog.tsx';
export { LeaveDialog } from './LeaveDialog.tsx';
export { WorkspaceMenu } from './WorkspaceMenu.tsx';
export { WorkspacePathDialog } from './WorkspacePathDialog.tsx';
