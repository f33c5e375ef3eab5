export { FiguresPage } from './FiguresPage.tsx';
export { PinnedFigures } from './PinnedFigures.tsx';
