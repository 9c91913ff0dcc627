// Every section blank, as a sample, and with every check failing: for people to look at and for tests to shoot.
// One at a time, because a cell's id stands once in a document. How a section is drawn is handed in.
import { type ReactNode, useMemo } from 'react';
import type { Law } from '../checks/law.ts';
import { formats, isFormatId, lawOf } from '../formats/registry.ts';
import { samples } from '../formats/samples.ts';
import { type Content, emptyContent, type Notes } from '../report/draft.ts';
import { failingContent, impossibleLastYear } from './failing.ts';
import './gallery.css';

/** Below table 二 none, below 三 a line, below 四 two. */
const notes: Notes = {
  '3': '注：“其他处理”中有2件已转为信访办理。',
  '4': '注：1. 行政复议数量含上年结转。\n2. 行政诉讼只计一审。',
};

const states = { blank: '空白', sample: '示例', failing: '各项核对都不符' } as const;
type State = keyof typeof states;

type Drawn = { readonly content: Content; readonly step: string; readonly lastYear?: Float64Array };

type Props = {
  format: string | undefined;
  step: string | undefined;
  state: string | undefined;
  /** Step ids and what to call them. */
  steps: readonly (readonly [string, string])[];
  hrefOf: (...parts: string[]) => string;
  draw: (drawn: Drawn) => ReactNode;
};

export function Gallery({ format, step, state, steps, hrefOf, draw }: Props): ReactNode {
  const drawn = useMemo(
    () =>
      format !== undefined && isFormatId(format) && step !== undefined && isState(state)
        ? { step, ...contentOf(lawOf(format), state) }
        : undefined,
    [format, step, state],
  );
  return (
    <div className="gallery">
      <nav aria-label="陈列">
        <h1>陈列</h1>
        {formats.map(({ id, name }) => (
          <section key={id}>
            <h2>{name}</h2>
            {Object.entries(states).map(([which, label]) => (
              <ul key={which}>
                {steps.map(([stepId, stepName]) => (
                  <li key={stepId}>
                    <a
                      href={hrefOf('gallery', id, stepId, which)}
                      aria-current={id === format && stepId === step && which === state ? 'page' : undefined}
                    >
                      {stepName} · {label}
                    </a>
                  </li>
                ))}
              </ul>
            ))}
          </section>
        ))}
      </nav>
      <div className="gallery-shown">{drawn ? draw(drawn) : <p>从左边选一项来看。</p>}</div>
    </div>
  );
}

function isState(state: string | undefined): state is State {
  return Object.keys(states).some((known) => known === state);
}

function contentOf(law: Law, state: State): Omit<Drawn, 'step'> {
  const { first } = law.years;
  if (state === 'sample') return { content: { ...samples[law.id as keyof typeof samples], notes } };
  if (state === 'blank') return { content: emptyContent('', first, law.id) };
  return { content: failingContent(law, first), lastYear: impossibleLastYear(law) };
}
