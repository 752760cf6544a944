export { WorkspaceMenu } from './WorkspaceMenu.tsx';
