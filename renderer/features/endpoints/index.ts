export { EndpointsPanel } from './EndpointsPanel.tsx';
