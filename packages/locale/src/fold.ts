export { foldForIndex, foldForQuery, foldPart, isShort } from './fold-words.ts';
