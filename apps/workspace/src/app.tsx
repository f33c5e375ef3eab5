import { LocationProvider, Route, Router } from 'preact-iso';
import { Gate } from './account/Gate.tsx';
import { LiveRegion } from './look/live.tsx';
import { Boundary } from './shell/Boundary.tsx';
import { Home } from './shell/Home.tsx';
import { NotFound } from './shell/NotFound.tsx';
import { Shell } from './shell/Shell.tsx';
import { useGuards } from './shell/guards.ts';
import { later } from './shell/later.tsx';

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
          <Router>
            <Route path="/" component={Home} />
            <Route path="/today" component={TodayPage} />
            <Route path="/cases/new" component={IntakePage} />
            <Route path="/cases/:id/print" component={PrintCasePage} />
            <Route path="/cases/:id/summary" component={SummaryPage} />
            <Route path="/cases/:id/paper/:referral" component={HandoverPaperPage} />
            <Route path="/cases/:id?/:part?" component={CasesPage} />
            <Route path="/referrals/:id?" component={ReferralsPage} />
            <Route path="/services/match" component={MatchPage} />
            <Route path="/services/exchange" component={ExchangePage} />
            <Route path="/services/new" component={NewProviderPage} />
            <Route path="/services/:provider?/:service?" component={ServicesPage} />
            <Route path="/coverage" component={CoveragePage} />
            <Route path="/costs" component={CostsPage} />
            <Route path="/matters" component={MattersPage} />
            <Route path="/addresses" component={AddressesPage} />
            <Route path="/people" component={PeoplePage} />
            <Route path="/introduce" component={IntroducePage} />
            <Route path="/settings" component={SettingsPage} />
            <Route path="/protection" component={ProtectionPage} />
            <Route path="/more" component={MorePage} />
            <Route path="/waiting" component={WaitingPage} />
            <Route default component={NotFound} />
          </Router>
        </Boundary>
      </Shell>
    </Gate>
  );
}
