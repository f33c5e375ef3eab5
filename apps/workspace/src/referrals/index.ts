/** Referrals between organisations, across cases. */
export { ReferralsPage } from './ReferralsPage.tsx';
