export { foldForIndex, foldForQuery, foldPart, isShort } from './fold-words.ts';
export { codeMeant, looksLike } from './look-alikes.ts';
export { telephonesIn, telephonesTyped, type TypedTelephone } from './telephones.ts';
