// A case file from the choices of a form. The lab's own strict reader judges it; the form never does.

export interface Narrowing { vessel: string; percent: number; position: number; length: number }
export interface Procedure { kind: 'venoplasty' | 'stent'; diameter: number; length: number; balloonPressure?: number }
export interface CaseChoice { narrowing: Narrowing | null; posture: string; procedure: Procedure | null; description: string; model?: string }

const line = (indent: number, key: string, value: string | number) => `${' '.repeat(indent)}${key}: ${value}`;

export function caseText(choice: CaseChoice): string {
  const lines = ['schema: azygos-case/1', line(0, 'description', JSON.stringify(choice.description))];
  if (choice.model) lines.push(line(0, 'model', choice.model));
  if (choice.posture && choice.posture !== 'supine') lines.push(line(0, 'posture', choice.posture));
  const n = choice.narrowing;
  if (n && n.percent > 0)
    lines.push('lesions:', '  - kind: stenosis', line(4, 'vessel', n.vessel), line(4, 'position_percent', n.position),
      line(4, 'area_reduction_percent', n.percent), line(4, 'length_cm', n.length));
  const p = choice.procedure;
  if (p && n && n.percent > 0) {
    lines.push('procedures:', `  - kind: ${p.kind}`, line(4, 'lesion', 1));
    lines.push(line(4, 'diameter_mm', p.diameter));
    lines.push(line(4, 'length_cm', p.length));
  }
  return lines.join('\n') + '\n';
}
