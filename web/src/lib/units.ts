// Units that a reader may choose. Values arrive in the units of result.json (mmHg, mL/min, cm/s, cm2, s).

export type Kind = 'pressure' | 'flow' | 'velocity' | 'area';
export interface UnitChoice { pressure: string; flow: string; velocity: string; area: string }
export const first: UnitChoice = { pressure: 'mmHg', flow: 'mL/min', velocity: 'cm/s', area: 'cm²' };

// How many of each unit one unit of result.json is; the lab's own factors replace these as soon as it answers.
// 1 mmHg = 133.322387415 Pa, 1 cmH₂O = 98.0665 Pa, 1 min = 60 s.
const factors: Record<Kind, Record<string, number>> = {
  pressure: { mmHg: 1, kPa: 0.133322387415, 'cmH₂O': 133.322387415 / 98.0665 },
  flow: { 'mL/min': 1, 'mL/s': 1 / 60 },
  velocity: { 'cm/s': 1 },
  area: { 'cm²': 1 },
};
const kinds: Record<string, Kind> = {
  mmHg: 'pressure', kPa: 'pressure', cmH2O: 'pressure', 'cmH₂O': 'pressure', 'mL/min': 'flow', 'mL/s': 'flow',
  'cm/s': 'velocity', cm2: 'area', 'cm²': 'area',
};

/** Takes the lab's factors, so that a conversion is written once, there. */
export function useFactors(given: Record<string, { unit: string; factor: number }[]> | undefined) {
  for (const [kind, list] of Object.entries(given ?? {}))
    for (const { unit, factor } of list) {
      const name = unit === 'cmH2O' ? 'cmH₂O' : unit;
      if (kind in factors && name in factors[kind as Kind] && factor > 0) factors[kind as Kind][name] = factor;
    }
}

export const unitsOf = (kind: Kind): string[] => Object.keys(factors[kind]);
export const isUnit = (kind: Kind, unit: unknown): unit is string => typeof unit === 'string' && unit in factors[kind];

/** The kind of a quantity given by its unit; null for one that has no choice of units. */
export const kindOf = (unit: string): Kind | null => kinds[unit] ?? null;

/** The factor from the unit of result.json to the chosen one. */
export const factor = (kind: Kind, choice: UnitChoice): number => factors[kind][choice[kind]] ?? 1;

/** A value in the chosen unit, with that unit; what has no choice is left as it is. */
export function shown(value: number, unit: string, choice: UnitChoice): { value: number; unit: string } {
  const kind = kindOf(unit);
  if (!kind) return { value, unit };
  const own = factors[kind][unit === 'cmH2O' ? 'cmH₂O' : unit === 'cm2' ? 'cm²' : unit] ?? 1;
  return { value: (value / own) * factor(kind, choice), unit: choice[kind] };
}

/** Three figures that a person reads: no exponent, no more digits than the size needs, a true minus. */
export function figure(value: number | null | undefined, digits?: number): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  const places = digits ?? (size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.095 ? 2 : size === 0 ? 0 : 3);
  return value.toFixed(places).replace(/^-(?=0(\.0+)?$)/, '').replace('-', '−');
}
