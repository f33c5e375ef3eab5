export { CasesPage } from './CasesPage.tsx';
export { PrintCasePage } from './print/PrintCasePage.tsx';
