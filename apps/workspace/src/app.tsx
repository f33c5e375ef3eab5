import type { ComponentType, VNode } from 'preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { Gate } from './account/Gate.tsx';
import { LiveRegion } from './look/live.tsx';
import { INSIDE, type InsidePath } from './routes.ts';
import { Boundary } from './shell/Boundary.tsx';
import { Home } from './shell/Home.tsx';
import { NotFound } from './shell/NotFound.tsx';
import { Shell } from './shell/Shell.tsx';
import { useGuards } from './shell/guards.ts';
import { later } from './shell/later.tsx';
import { InItsSpace } from './spaces/InItsSpace.tsx';

const BeginPage = later(async () => (await import('./account/BeginPage.tsx')).BeginPage);
const JoinPage = later(async () => (await import('./account/JoinPage.tsx')).JoinPage);
const RestorePage = later(async () => (await import('./account/RestorePage.tsx')).RestorePage);
const TodayPage = later(async () => (await import('./today/TodayPage.tsx')).TodayPage);
const CasesPage = later(async () => (await import('./cases/index.ts')).CasesPage);
const PrintCasePage = later(async () => (await import('./cases/index.ts')).PrintCasePage);
const IntakePage = later(async () => (await import('./intake/index.ts')).IntakePage);
const ServicesPage = later(async () => (await import('./services/index.ts')).ServicesPage);
const MatchPage = later(async () => (await import('./services/index.ts')).MatchPage);
const ExchangePage = later(async () => (await import('./services/index.ts')).ExchangePage);
const NewProviderPage = later(async () => (await import('./services/index.ts')).NewProviderPage);
const CoveragePage = later(async () => (await import('./coverage/index.ts')).CoveragePage);
const CostsPage = later(async () => (await import('./costs/CostsPage.tsx')).CostsPage);
const ReferralsPage = later(async () => (await import('./referrals/index.ts')).ReferralsPage);
const HandoverPaperPage = later(async () => (await import('./cases/index.ts')).HandoverPaperPage);
const SummaryPage = later(async () => (await import('./cases/index.ts')).SummaryPage);
const PeoplePage = later(async () => (await import('./people/PeoplePage.tsx')).PeoplePage);
const IntroducePage = later(async () => (await import('./people/IntroducePage.tsx')).IntroducePage);
const SettingsPage = later(async () => (await import('./settings/SettingsPage.tsx')).SettingsPage);
const ProtectionPage = later(async () => (await import('./settings/ProtectionPage.tsx')).ProtectionPage);
const MorePage = later(async () => (await import('./settings/MorePage.tsx')).MorePage);
const AddressesPage = later(
  async () => (await import('./cases/papers/addresses/AddressesPage.tsx')).AddressesPage,
);
const MattersPage = later(async () => (await import('./cases/matters/MattersPage.tsx')).MattersPage);
const WaitingPage = later(async () => (await import('./waiting/WaitingPage.tsx')).WaitingPage);

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
  '/cases/:id/paper/:referral': page(HandoverPaperPage),
  '/cases/:id?/:part?': page(CasesPage),
  '/referrals/:id?': page(ReferralsPage),
  '/services/match': page(MatchPage),
  '/services/exchange': page(ExchangePage),
  '/services/new': page(NewProviderPage),
  '/services/:provider?/:service?': page(ServicesPage),
  '/coverage': page(CoveragePage),
  '/costs': page(CostsPage),
  '/matters': page(MattersPage),
  '/addresses': page(AddressesPage),
  '/people': page(PeoplePage),
  '/introduce': page(IntroducePage),
  '/settings': page(SettingsPage),
  '/protection': page(ProtectionPage),
  '/more': page(MorePage),
  '/waiting': page(WaitingPage),
};

/** Pages that bring somebody in stand outside the gate: they show the kit when the vault is open already. */
export function App() {
  useGuards();
  return (
    <LocationProvider>
      <Boundary>
        <Router>
          <Route path="/begin" component={BeginPage} />
          <Route path="/join" component={JoinPage} />
          <Route path="/restore" component={RestorePage} />
          <Route path="/" component={Inside} />
          <Route path="/*" component={Inside} />
        </Router>
      </Boundary>
      <LiveRegion />
    </LocationProvider>
  );
}

function Inside() {
  return (
    <Gate>
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
    </Gate>
  );
}
