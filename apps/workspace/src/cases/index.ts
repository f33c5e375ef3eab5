export { CasesPage } from './CasesPage.tsx';
export { PrintCasePage } from './print/PrintCasePage.tsx';
export { HandoverPaperPage } from './referrals/HandoverPaperPage.tsx';
export { SummaryPage } from './summary/SummaryPage.tsx';
