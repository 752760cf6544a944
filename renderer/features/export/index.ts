export { ExportJobs } from './ExportJobs.tsx';
