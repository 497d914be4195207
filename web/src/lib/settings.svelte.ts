import { first, isUnit, type Kind, type UnitChoice, factor, figure, shown } from './units';

export type Theme = 'auto' | 'light' | 'dark';

/** Reads what an earlier visit kept; anything spoilt counts as absent. */
export function recall<T>(key: string, fallback: T): T {
  try {
    const text = localStorage.getItem(`azygos.${key}`);
    return text === null ? fallback : (JSON.parse(text) as T);
  } catch {
    return fallback;
  }
}

export function remember(key: string, value: unknown) {
  try {
    localStorage.setItem(`azygos.${key}`, JSON.stringify(value));
  } catch {
    // A full or forbidden store loses a convenience, not work: runs and saved things live in the lab.
  }
}

class Settings {
  units = $state<UnitChoice>(first);
  theme = $state<Theme>('auto');
  scale = $state<'viridis' | 'cividis'>('viridis');

  constructor() {
    const kept = recall<Partial<{ units: UnitChoice; theme: Theme; scale: string }>>('settings', {});
    const units = { ...first };
    for (const kind of Object.keys(first) as Kind[])
      if (isUnit(kind, kept.units?.[kind])) units[kind] = kept.units![kind];
    this.units = units;
    if (kept.theme === 'light' || kept.theme === 'dark') this.theme = kept.theme;
    if (kept.scale === 'cividis') this.scale = 'cividis';
    this.apply();
  }

  set(values: Partial<Pick<Settings, 'units' | 'theme' | 'scale'>>) {
    Object.assign(this, values);
    remember('settings', { units: this.units, theme: this.theme, scale: this.scale });
    this.apply();
  }

  private apply() {
    if (this.theme === 'auto') document.documentElement.removeAttribute('data-theme');
    else document.documentElement.dataset.theme = this.theme;
  }

  /** True while the page is dark, whoever chose it. */
  get dark(): boolean {
    return this.theme === 'dark' || (this.theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  }
}

export const settings = new Settings();

/** A value of result.json in words, in the chosen units. */
export function told(value: number | null | undefined, unit: string, digits?: number): string {
  if (value === null || value === undefined) return '–';
  const s = shown(value, unit, settings.units);
  return `${figure(s.value, digits)} ${s.unit}`.trim();
}

export const inUnits = (value: number, kind: Kind): number => value * factor(kind, settings.units);
