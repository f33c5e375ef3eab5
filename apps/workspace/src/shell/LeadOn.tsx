import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';

/** Leads on, and leaves no step in the history to fall back on. */
function LeadOn({ to }: { to: string }) {
  const { route } = useLocation();
  useEffect(() => route(to, true), [to]);
  return null;
}

/** The bare address leads to today's list. */
export function Home() {
  return <LeadOn to="/today" />;
}

/** The address that the inbox had while it held referrals alone. */
export function FormerInbox({ id }: { id?: string }) {
  return <LeadOn to={id ? `/inbox/${id}` : '/inbox'} />;
}
