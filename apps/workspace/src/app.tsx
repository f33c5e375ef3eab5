import { lazy, LocationProvider, Route, Router } from 'preact-iso';
import { Gate } from './account/Gate.tsx';
import { LiveRegion } from './look/live.tsx';
import { Boundary } from './shell/Boundary.tsx';
import { Home } from './shell/Home.tsx';
import { NotFound } from './shell/NotFound.tsx';
import { Shell } from './shell/Shell.tsx';
import { useGuards } from './shell/guards.ts';

const BeginPage = lazy(() => import('./account/BeginPage.tsx').then((room) => room.BeginPage));
const JoinPage = lazy(() => import('./account/JoinPage.tsx').then((room) => room.JoinPage));
const RestorePage = lazy(() => import('./account/RestorePage.tsx').then((room) => room.RestorePage));
const TodayPage = lazy(() => import('./today/TodayPage.tsx').then((room) => room.TodayPage));
const CasesPage = lazy(() => import('./cases/index.ts').then((room) => room.CasesPage));
const PrintCasePage = lazy(() => import('./cases/index.ts').then((room) => room.PrintCasePage));
const IntakePage = lazy(() => import('./intake/index.ts').then((room) => room.IntakePage));
const PeoplePage = lazy(() => import('./people/PeoplePage.tsx').then((room) => room.PeoplePage));
const IntroducePage = lazy(() => import('./people/IntroducePage.tsx').then((room) => room.IntroducePage));
const SettingsPage = lazy(() => import('./settings/SettingsPage.tsx').then((room) => room.SettingsPage));
const ProtectionPage = lazy(() =>
  import('./settings/ProtectionPage.tsx').then((room) => room.ProtectionPage),
);
const MorePage = lazy(() => import('./settings/MorePage.tsx').then((room) => room.MorePage));
const WaitingPage = lazy(() => import('./waiting/WaitingPage.tsx').then((room) => room.WaitingPage));

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
            <Route path="/cases/:id?" component={CasesPage} />
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
