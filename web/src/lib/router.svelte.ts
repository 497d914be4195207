// The address is the state: page, and beside it whatever a page keeps under its own keys. Typing goes to the history
// only when a person moves to another page; a slider replaces the entry.

export const pages = [
  { path: '/', title: 'Start', long: 'What is known' },
  { path: '/body', title: 'Body', long: 'Body, live' },
  { path: '/examine', title: 'Examine', long: 'Examine' },
  { path: '/treat', title: 'Treat', long: 'Treat' },
  { path: '/compare', title: 'Compare', long: 'Compare' },
  { path: '/evidence', title: 'Evidence', long: 'Evidence' },
  { path: '/studies', title: 'Studies', long: 'Studies' },
  { path: '/saved', title: 'Saved', long: 'Saved' },
] as const;

const known = (path: string) => pages.some((p) => p.path === path);
const clean = (path: string) => (path.length > 1 ? path.replace(/\/+$/, '') : path);

class Router {
  path = $state(clean(location.pathname));
  query = $state<Record<string, string>>(Object.fromEntries(new URLSearchParams(location.search)));
  /** How often a person moved to another page. */
  moves = $state(0);
  readonly known = $derived(known(this.path));

  constructor() {
    addEventListener('popstate', () => this.read());
  }

  read() {
    this.path = clean(location.pathname);
    this.query = Object.fromEntries(new URLSearchParams(location.search));
  }

  go(address: string) {
    history.pushState(null, '', address);
    this.read();
    this.moves++;
    scrollTo(0, 0);
  }

  /** Keeps values under keys of the address; null or '' removes one. */
  keep(values: Record<string, string | number | null | undefined>) {
    const query = { ...this.query };
    for (const [key, value] of Object.entries(values)) {
      if (value === null || value === undefined || value === '') delete query[key];
      else query[key] = String(value);
    }
    this.query = query;
    const text = new URLSearchParams(query).toString();
    history.replaceState(null, '', this.path + (text ? `?${text}` : ''));
  }
}

export const router = new Router();

/** Lets a plain link move within the page; a click that asks for another tab is left to the browser. */
export function follow(event: MouseEvent) {
  const link = event.currentTarget as HTMLAnchorElement;
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  router.go(link.getAttribute('href')!);
}
