export { ServicesPage } from './ServicesPage.tsx';
export { ExchangePage } from './exchange/ExchangePage.tsx';
export { NewProviderPage } from './edit/NewProviderPage.tsx';
export { MatchPage } from './match/MatchPage.tsx';
export { MatchList, type MatchListProps } from './match/MatchList.tsx';
export { reasonText } from './match/reason-words.ts';
export { seekerIn } from './match/ask-of.ts';
export { useDirectory } from './use-directory.ts';
export type { Directory, DirectoryState, KnownProvider } from './directory.ts';
