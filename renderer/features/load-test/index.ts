export { GenerateDialog } from './GenerateDialog.tsx';
export { LossReportDialog } from './LossReportDialog.tsx';
