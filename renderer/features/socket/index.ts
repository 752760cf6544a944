export { SocketPanel } from './SocketPanel.tsx';
