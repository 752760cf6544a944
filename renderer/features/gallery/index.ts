export { EndpointDialog } from './EndpointDialog.tsx';
