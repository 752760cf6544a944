export { ExportDialog } from './ExportDialog.tsx';
export { ExportJobs } from './ExportJobs.tsx';
