/**
 * A request that writes. `asked` names it, whoever is asked for it and however often: what was done for it once is not done
 * again, and answers as it did. The page's end of the vault puts it in.
 */
export interface Asked {
  asked?: string;
}
