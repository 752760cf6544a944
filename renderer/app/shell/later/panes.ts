export { ComposerPanel } from '../../../features/composer/index.ts';
export { InspectorPanel } from '../../../features/inspector/index.ts';
