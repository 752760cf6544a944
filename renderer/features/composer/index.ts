export { ComposerPanel } from './ComposerPanel.tsx';
