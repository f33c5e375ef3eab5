import { AZ_ACTION_PLAN } from './az-action-plan.ts';
import { AZ_CEDAW_2022, AZ_UPR_GBV } from './az-reviews.ts';
import type { PackFramework } from './pack.ts';
import { TJ_2014 } from './tj-2014.ts';

export type { PackCommitment, PackFramework, PackTheme } from './pack.ts';

/** What is known of what states promised, by country. Apart from the rest of a country's pack: it is loaded where it is wanted. */
export const PACK_FRAMEWORKS: readonly PackFramework[] = [AZ_ACTION_PLAN, AZ_UPR_GBV, AZ_CEDAW_2022, TJ_2014];
