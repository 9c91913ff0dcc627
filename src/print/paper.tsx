// The report as offices submit it, from title to 成文日期. It reads the draft and changes nothing.
import type { ReactNode } from 'react';
import { judgeAnswers } from '../checks/judge.ts';
import { layoutOf } from '../formats/layout.ts';
import { lawOf } from '../formats/registry.ts';
import type { Content } from '../report/draft.ts';
import type { NarrativeId } from '../report/format.ts';
import type { Explained } from './explained.ts';
import { figureWords } from './figure-words.ts';
import { OfficialTable } from './official-table.tsx';
import { paragraphs } from './paragraphs.ts';
import { Prose } from './prose.tsx';
import { agencyIndent, dateWords } from './signature.ts';

/** `explanations` are printed after section 六; none for a report without them. */
export function Paper({ content, explanations }: { content: Content; explanations: readonly Explained[] }): ReactNode {
  const law = lawOf(content.format);
  const words = figureWords(law, judgeAnswers(law, content.answers), content.answers);
  return (
    <article className="print-paper">
      <h1>
        <span>{content.agency}</span> <span>{content.year}年政府信息公开工作年度报告</span>
      </h1>
      <Narrative id="preamble" content={content} />
      {law.sections.map(({ number, heading, narrative }) => (
        <section key={number} className={narrative ? undefined : 'print-whole'}>
          <h2>{heading}</h2>
          {narrative && <Narrative id={narrative} content={content} />}
          {(number === 2 || number === 3 || number === 4) && (
            <OfficialTable layout={layoutOf(law, number)} words={words} />
          )}
        </section>
      ))}
      {explanations.length > 0 && (
        <section>
          <h2>情况说明</h2>
          {explanations.map(({ id, lines }) => (
            <Prose key={id} lines={lines} />
          ))}
        </section>
      )}
      {content.date !== '' && <Signature agency={content.agency} date={dateWords(content.date)} />}
    </article>
  );
}

function Narrative({ id, content }: { id: NarrativeId; content: Content }): ReactNode {
  return (
    <div data-narrative={id}>
      <Prose lines={paragraphs(content.narratives[id])} />
    </div>
  );
}

function Signature({ agency, date }: { agency: string; date: string }): ReactNode {
  return (
    <div className="print-signature">
      <p style={{ paddingRight: `${agencyIndent(agency, date)}em` }}>{agency}</p>
      <p>{date}</p>
    </div>
  );
}
