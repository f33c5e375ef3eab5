/** An invitation, or the link of a new organisation that was pasted into the wrong place, or neither. */
export function sortedLink(link: string): { path: '/join' | '/begin' | null; text: string } {
  const text = link.replace(/\s+/g, '');
  if (!text.includes('#')) return { path: /^[\w-]{60,}$/.test(text) ? '/join' : null, text };
  const [address = '', secret = ''] = text.split('#');
  if (address.endsWith('/begin')) return { path: '/begin', text: `/begin#${secret}` };
  return { path: address.endsWith('/introduce') ? null : '/join', text };
}
