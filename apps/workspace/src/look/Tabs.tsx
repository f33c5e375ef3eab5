interface Tab {
  href: string;
  title: string;
  here: boolean;
  /** How much is inside; none is not said. */
  count?: number;
}

/** The sides of one thing, all in sight: where they do not fit beside each other they wrap. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav class="tabs no-print" aria-label={label}>
      <ul>
        {tabs.map(({ href, title, here, count }) => (
          <li key={href}>
            <a href={href} aria-current={here ? 'page' : undefined}>
              <span>
                {title} {count !== undefined && count > 0 && <span class="count">{count}</span>}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
