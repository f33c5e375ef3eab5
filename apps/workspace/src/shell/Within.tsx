import type { ComponentType, VNode } from 'preact';
import { Route, Router } from 'preact-iso';
import { furnish } from '../look/furniture.ts';
import { INSIDE, type InsidePath } from '../routes.ts';
import { InItsSpace } from '../spaces/InItsSpace.tsx';
import { Boundary } from './Boundary.tsx';
import { FURNITURE_WITHIN } from './furniture-within.tsx';
import { FormerInbox, Home } from './LeadOn.tsx';
import { later } from './later.tsx';
import { NotFound } from './NotFound.tsx';
import { Shell } from './Shell.tsx';

furnish(FURNITURE_WITHIN);

const TodayPage = later(async () => (await import('../today/TodayPage.tsx')).TodayPage);
const CasesPage = later(async () => (await import('../cases/index.ts')).CasesPage);
const PrintCasePage = later(async () => (await import('../cases/index.ts')).PrintCasePage);
const IntakePage = later(async () => (await import('../intake/index.ts')).IntakePage);
const RegisterPage = later(async () => (await import('../register/RegisterPage.tsx')).RegisterPage);
const ExportPage = later(async () => (await import('../export/ExportPage.tsx')).ExportPage);
const PairsPage = later(async () => (await import('../alike/PairsPage.tsx')).PairsPage);
const ServicesPage = later(async () => (await import('../services/index.ts')).ServicesPage);
const MatchPage = later(async () => (await import('../services/index.ts')).MatchPage);
const ExchangePage = later(async () => (await import('../services/index.ts')).ExchangePage);
const NewProviderPage = later(async () => (await import('../services/index.ts')).NewProviderPage);
const CoveragePage = later(async () => (await import('../coverage/index.ts')).CoveragePage);
const CostsPage = later(async () => (await import('../costs/CostsPage.tsx')).CostsPage);
const InboxPage = later(async () => (await import('../inbox/InboxPage.tsx')).InboxPage);
const HandoverPaperPage = later(async () => (await import('../cases/index.ts')).HandoverPaperPage);
const SummaryPage = later(async () => (await import('../cases/index.ts')).SummaryPage);
const CustodyPage = later(async () => (await import('../cases/custody/CustodyPage.tsx')).CustodyPage);
const ErasePage = later(async () => (await import('../cases/erasure/ErasePage.tsx')).ErasePage);
const PeoplePage = later(async () => (await import('../people/PeoplePage.tsx')).PeoplePage);
const RetentionPage = later(
  async () => (await import('../people/retention/RetentionPage.tsx')).RetentionPage,
);
const VolunteersPage = later(
  async () => (await import('../people/volunteers/VolunteersPage.tsx')).VolunteersPage,
);
const HandOnPage = later(async () => (await import('../people/hand-on/HandOnPage.tsx')).HandOnPage);
const IntroducePage = later(async () => (await import('../people/IntroducePage.tsx')).IntroducePage);
const SettingsPage = later(async () => (await import('../settings/SettingsPage.tsx')).SettingsPage);
const ProtectionPage = later(async () => (await import('../settings/ProtectionPage.tsx')).ProtectionPage);
const MorePage = later(async () => (await import('../settings/MorePage.tsx')).MorePage);
const AddressesPage = later(
  async () => (await import('../cases/papers/addresses/AddressesPage.tsx')).AddressesPage,
);
const MattersPage = later(async () => (await import('../cases/matters/MattersPage.tsx')).MattersPage);
const PlansPage = later(async () => (await import('../plans/PlansPage.tsx')).PlansPage);
const PlanPrintPage = later(async () => (await import('../plans/PlanPrintPage.tsx')).PlanPrintPage);
const PlanImportPage = later(async () => (await import('../plans/import/ImportPage.tsx')).ImportPage);
const ConsultationsPage = later(
  async () => (await import('../consultations/ConsultationsPage.tsx')).ConsultationsPage,
);
const ConsultationPrintPage = later(
  async () => (await import('../consultations/ConsultationPrintPage.tsx')).ConsultationPrintPage,
);
const LawsPage = later(async () => (await import('../laws/LawsPage.tsx')).LawsPage);
const LawsPrintPage = later(async () => (await import('../laws/LawsPrintPage.tsx')).LawsPrintPage);
const FiguresPage = later(async () => (await import('../figures/index.ts')).FiguresPage);
const PatternsPage = later(async () => (await import('../patterns/PatternsPage.tsx')).PatternsPage);
const SurveysPage = later(async () => (await import('../surveys/SurveysPage.tsx')).SurveysPage);
const CallsPage = later(async () => (await import('../calls/CallsPage.tsx')).CallsPage);
const WaitingPage = later(async () => (await import('../waiting/WaitingPage.tsx')).WaitingPage);

const page =
  <P,>(component: ComponentType<P>) =>
  (path: string): VNode => <Route key={path} path={path} component={component} />;

/** Does not compile while an address has no page. */
const PAGES: Record<InsidePath, (path: string) => VNode> = {
  '/': page(Home),
  '/today': page(TodayPage),
  '/cases/new': page(IntakePage),
  '/cases/:id/print': page(PrintCasePage),
  '/cases/:id/summary': page(SummaryPage),
  '/cases/:id/custody': page(CustodyPage),
  '/cases/:id/destroy': page(ErasePage),
  '/cases/:id/paper/:referral': page(HandoverPaperPage),
  '/cases/:id?/:part?': page(CasesPage),
  '/register': page(RegisterPage),
  '/pairs': page(PairsPage),
  '/export': page(ExportPage),
  '/inbox/:id?': page(InboxPage),
  '/referrals/:id?': page(FormerInbox),
  '/services/match': page(MatchPage),
  '/services/exchange': page(ExchangePage),
  '/services/new': page(NewProviderPage),
  '/services/:provider?/:service?': page(ServicesPage),
  '/coverage': page(CoveragePage),
  '/costs': page(CostsPage),
  '/matters': page(MattersPage),
  '/plans/:id/print': page(PlanPrintPage),
  '/plans/:id/import': page(PlanImportPage),
  '/plans/:id?': page(PlansPage),
  '/consultations/:id/print': page(ConsultationPrintPage),
  '/consultations/:id?': page(ConsultationsPage),
  '/laws/print': page(LawsPrintPage),
  '/laws/:id?': page(LawsPage),
  '/figures/:id?': page(FiguresPage),
  '/patterns/:id?': page(PatternsPage),
  '/addresses': page(AddressesPage),
  '/surveys/:id?': page(SurveysPage),
  '/calls/:id?/:application?': page(CallsPage),
  '/people': page(PeoplePage),
  '/people/retention': page(RetentionPage),
  '/people/volunteers/:id?': page(VolunteersPage),
  '/people/:account/hand-on': page(HandOnPage),
  '/introduce': page(IntroducePage),
  '/settings': page(SettingsPage),
  '/protection': page(ProtectionPage),
  '/more': page(MorePage),
  '/waiting': page(WaitingPage),
};

/** Everything behind the sign-in, which waits for none of it. */
export function Within() {
  return (
    <Shell>
      <Boundary>
        <InItsSpace>
          <Router>
            {INSIDE.map((path) => PAGES[path](path))}
            <Route default component={NotFound} />
          </Router>
        </InItsSpace>
      </Boundary>
    </Shell>
  );
}
