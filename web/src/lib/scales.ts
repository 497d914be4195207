// Colour scales that a colour-blind reader can tell apart. The points are the published ones of matplotlib's viridis
// and cividis and of Crameri's vik, thinned; between them colours are mixed in sRGB, which the eye does not notice.

export type Rgb = readonly [number, number, number];
const parse = (hex: string): Rgb[] => hex.match(/.{6}/g)!.map((h) =>
  [0, 2, 4].map((i) => parseInt(h.slice(i, i + 2), 16)) as unknown as Rgb);

export const viridis = parse('44015448287a3e4a89306a8e25838e1f9e8936b7786dcd59b4de2cfde725');
export const cividis = parse('00224e12376f35456c4f576c66686f7c7b7894917aaea671c9bb61e6d344fee838');
export const vik = parse('0b2f6b1f5d94659cbfb9d2dfe9e4e0e2c3a8cd8b5ca64f1a5d1606');

export interface Scale { low: number; high: number; stops: Rgb[]; log?: boolean }

const clamp = (x: number) => Math.min(1, Math.max(0, x));

/** Where a value lies on a scale, 0 to 1; symmetric about 0 in the logarithm where the scale says so. */
export function share(value: number, scale: Scale): number {
  if (!scale.log) return clamp((value - scale.low) / (scale.high - scale.low || 1));
  const bend = (x: number) => Math.sign(x) * Math.log1p(Math.abs(x) / (scale.high / 60));
  return clamp((bend(value) - bend(scale.low)) / (bend(scale.high) - bend(scale.low)));
}

export function mix(at: number, stops: Rgb[]): Rgb {
  const place = clamp(at) * (stops.length - 1);
  const i = Math.min(stops.length - 2, Math.floor(place));
  const t = place - i;
  const a = stops[i]!, b = stops[i + 1]!;
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

export const rgb = (c: Rgb): string => `rgb(${Math.round(c[0])},${Math.round(c[1])},${Math.round(c[2])})`;
export const colour = (value: number, scale: Scale): string => rgb(mix(share(value, scale), scale.stops));
