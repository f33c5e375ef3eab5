import { LocationProvider, Route, Router } from 'preact-iso';
import { Gate } from './account/Gate.tsx';
import { arriving } from './cases/parts/arriving.tsx';
import { LiveRegion } from './look/live.tsx';
import { alone } from './shell/alone.ts';
import { Boundary } from './shell/Boundary.tsx';
import { useGuards } from './shell/guards.ts';
import { fetchWithin } from './shell/fetch-within.ts';
import { later } from './shell/later.tsx';

const BeginPage = later(async () => (await import('./account/BeginPage.tsx')).BeginPage);
const JoinPage = later(async () => (await import('./account/JoinPage.tsx')).JoinPage);
const RestorePage = later(async () => (await import('./account/RestorePage.tsx')).RestorePage);
const Within = arriving(fetchWithin);

/** Pages that bring somebody in stand outside the gate: they show the kit when the vault is open already. */
export function App() {
  useGuards();
  const Alone = alone.value;
  if (Alone !== null)
    return (
      <>
        <Alone />
        <LiveRegion />
      </>
    );
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
      <Within />
    </Gate>
  );
}
