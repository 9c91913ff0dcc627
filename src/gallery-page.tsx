// Puts the wizard's steps and the print view into the gallery, on text that is never saved.
import { type ReactNode, useMemo } from 'react';
import { createReport } from './draft/report-model.ts';
import { Gallery } from './gallery/gallery.tsx';
import { PrintView } from './print/print-view.tsx';
import { type Content, noNarratives } from './report/draft.ts';
import { hashOf } from './ui/hash.ts';
import { FindingList } from './wizard/findings/finding-list.tsx';
import { StepView } from './wizard/steps/step-view.tsx';
import { isStepId } from './wizard/steps.ts';

const steps = [
  ['basics', '基本信息'],
  ['1', '一'],
  ['2', '二'],
  ['3', '三'],
  ['4', '四'],
  ['5', '五'],
  ['6', '六'],
  ['review', '核对与导出'],
  ['print', '打印'],
] as const;

const nothing = (): void => undefined;
const nothingLater = async (): Promise<void> => undefined;

type Props = { format: string | undefined; step: string | undefined; state: string | undefined };

export function GalleryPage({ format, step, state }: Props): ReactNode {
  return (
    <Gallery
      format={format}
      step={step}
      state={state}
      steps={steps}
      hrefOf={hashOf}
      draw={(drawn) => <Shown key={`${format}/${step}/${state}`} {...drawn} />}
    />
  );
}

function Shown({ content, step, lastYear }: { content: Content; step: string; lastYear?: Float64Array }): ReactNode {
  const report = useMemo(() => {
    const made = createReport(content);
    if (lastYear) made.setLastYear({ figures: lastYear, narratives: noNarratives });
    return made;
  }, [content, lastYear]);
  if (step === 'print') return <PrintView content={content} backHref={hashOf('gallery')} />;
  if (!isStepId(step)) return null;
  return (
    <>
      <main>
        <StepView
          report={report}
          step={step}
          years={[content.year]}
          hrefOf={() => hashOf('gallery')}
          printHref={hashOf('gallery')}
          onFormat={nothing}
          onExport={async () => ''}
          onFinalise={nothingLater}
          wanted={undefined}
          onArrived={nothing}
          onGo={nothing}
          tell={nothing}
          tellDone={nothing}
          onKeys={nothing}
        />
      </main>
      <aside aria-label="发现的问题">
        <FindingList report={report} onGo={nothing} />
      </aside>
    </>
  );
}
