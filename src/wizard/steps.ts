// The eight steps, their names in the address and on the screen.
import type { Finding } from '../checks/finding.ts';
import type { Law } from '../checks/law.ts';
import type { Progress } from '../checks/progress.ts';
import type { Section, SectionNumber } from '../report/format.ts';

export const stepIds = ['basics', '1', '2', '3', '4', '5', '6', 'review'] as const;
export type StepId = (typeof stepIds)[number];

export const stepOf = (section: SectionNumber): StepId => String(section) as StepId;

export function isStepId(id: string | undefined): id is StepId {
  return stepIds.some((known) => known === id);
}

export type Step = {
  readonly id: StepId;
  readonly mark: string;
  readonly label: string;
  readonly state: '未填' | '填写中' | '已填';
  readonly findings: number;
};

export function stepsOf(sections: readonly Section[], progress: Progress): readonly Step[] {
  const parts = sections.map(({ number, heading }, at): Step => {
    const { filled = 0, of = 1, findings = 0 } = progress.sections[at] ?? {};
    const [mark = ''] = heading.split('、');
    const label = heading.slice(mark.length + 1);
    return { id: String(number) as StepId, mark, label, state: stateOf(filled, of), findings };
  });
  const { filled, of, findings } = progress.basics;
  const all = [stateOf(filled, of), ...parts.map(({ state }) => state)];
  const overall = all.every((state) => state === '已填')
    ? '已填'
    : all.every((state) => state === '未填')
      ? '未填'
      : '填写中';
  return [
    { id: 'basics', mark: '·', label: '基本信息', state: stateOf(filled, of), findings },
    ...parts,
    { id: 'review', mark: '✓', label: '核对与导出', state: overall, findings: progress.must + progress.confirm },
  ];
}

/** What a step is called in a sentence. */
export function stepName(id: StepId, sections: readonly Section[]): string {
  if (id === 'basics') return '基本信息';
  return sections.find(({ number }) => String(number) === id)?.heading ?? '核对与导出';
}

function stateOf(filled: number, of: number): Step['state'] {
  if (filled === 0) return '未填';
  return filled < of ? '填写中' : '已填';
}

/** Where a finding leads: to its first cell, or to the step of the text it is about. */
export function placeOf(law: Law, { cells, section }: Finding): { readonly step: StepId; readonly cell: string } {
  const [cell = ''] = cells;
  const step = String(law.cell(cell)?.table.section ?? section);
  return { step: isStepId(step) ? step : 'basics', cell };
}
