// A narrative beside the report that it repeats, with what stands in both marked.
import { Fragment, type ReactNode } from 'react';
import { repeatedIn, runSet, type Shape, shapeOf } from '../../checks/text/shape.ts';
import type { Content } from '../../report/draft.ts';
import { type NarrativeId, narrativeIds, narrativePlaces } from '../../report/format.ts';
import { Dialog } from '../../ui/dialog.tsx';

type Report = Pick<Content, 'agency' | 'year' | 'narratives'>;
type Props = { narrative: NarrativeId; own: Report; other: Report; onClose: () => void };

export function CopyDialog({ narrative, own, other, onClose }: Props): ReactNode {
  const here = shapeOf(own.narratives[narrative], own.agency);
  const theirs = narrativeIds.map((id) => ({ id, shape: shapeOf(other.narratives[id], other.agency) }));
  const [runs, theirRuns] = [runSet([here]), runSet(theirs.map(({ shape }) => shape))];
  const repeating = theirs.filter(({ shape }) => repeatedIn(shape, runs).share > 0);
  return (
    <Dialog label="相同的文字" onClose={onClose} full>
      <div className="stack">
        <h2>相同的文字</h2>
        <p className="soft">标出的是两份报告里都有的 8 个字以上的文字。数字、机关名称和各家都要写的套话不算。</p>
        <div className="copy-sides">
          <section aria-label="本报告">
            <h3>
              本报告{narrativePlaces[narrative]}（{Math.floor(repeatedIn(here, theirRuns).share * 100)}% 相同）
            </h3>
            <Marked shape={here} runs={theirRuns} />
          </section>
          <section aria-label="另一份报告">
            {repeating.map(({ id, shape }) => (
              <Fragment key={id}>
                <h3>
                  {other.agency || '另一份草稿'} {other.year} 年度{narrativePlaces[id]}
                </h3>
                <Marked shape={shape} runs={runs} />
              </Fragment>
            ))}
          </section>
        </div>
        <div className="row dialog-ends">
          <button type="button" className="button" onClick={onClose}>
            关闭
          </button>
        </div>
      </div>
    </Dialog>
  );
}

function Marked({ shape, runs }: { shape: Shape; runs: ReadonlySet<number> }): ReactNode {
  const { text } = shape;
  const { stretches } = repeatedIn(shape, runs);
  return (
    <p className="copy-text">
      {stretches.map(({ from, to }, at) => (
        <Fragment key={from}>
          {text.slice(stretches[at - 1]?.to ?? 0, from)}
          <mark>{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(stretches[stretches.length - 1]?.to ?? 0)}
    </p>
  );
}
