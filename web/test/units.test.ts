import { describe, expect, it } from 'vitest';
import { factor, figure, first, shown, useFactors } from '../src/lib/units';

const kPa = { ...first, pressure: 'kPa', flow: 'mL/s' };

describe('units', () => {
  it('leave the values of a result alone until another unit is chosen', () => {
    expect(shown(8.9, 'mmHg', first)).toEqual({ value: 8.9, unit: 'mmHg' });
    expect(shown(0.36, '', kPa)).toEqual({ value: 0.36, unit: '' });
  });
  it('turn 120 mmHg into 16 kPa and 600 mL/min into 10 mL/s', () => {
    expect(shown(120, 'mmHg', kPa).value).toBeCloseTo(15.9987, 4);
    expect(shown(600, 'mL/min', kPa).value).toBeCloseTo(10, 12);
  });
  it('turn 10 mmHg into 13.6 cmH₂O', () => {
    expect(shown(10, 'mmHg', { ...first, pressure: 'cmH₂O' }).value).toBeCloseTo(13.595, 3);
  });
  it('take the factors of the lab', () => {
    useFactors({ pressure: [{ unit: 'kPa', factor: 0.133322 }, { unit: 'stone', factor: 3 }] });
    expect(factor('pressure', kPa)).toBe(0.133322);
  });
});

describe('figures', () => {
  it('show no more digits than the size needs, and a true minus', () => {
    expect([606.2, 12.34, 0.456, 0.0123, -3.456].map((x) => figure(x))).toEqual(['606', '12.3', '0.46', '0.012', '−3.46']);
  });
  it('show no minus before nothing, and a dash for what is not known', () => {
    expect([figure(-0.0001, 1), figure(null), figure(NaN)]).toEqual(['0.0', '–', '–']);
  });
});
