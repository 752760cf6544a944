export { LoadTestDialog } from './LoadTestDialog.tsx';
export { LossReportDialog } from './LossReportDialog.tsx';
