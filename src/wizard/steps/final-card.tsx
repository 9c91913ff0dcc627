// 定稿: what it means, what still stands in its way, and the act itself.
import { type ReactNode, useState } from 'react';
import type { ReportModel } from '../../draft/report-model.ts';
import { isReady } from '../../draft/report-state.ts';
import { narrativeName } from '../../draft/texts.ts';
import type { Section } from '../../report/format.ts';
import { useRead } from '../../ui/use-read.ts';

type Props = { report: ReportModel; onFinalise: () => Promise<void>; tell: (message: string) => void };

export function FinalCard({ report, onFinalise, tell }: Props): ReactNode {
  const { must, confirm, cells, basics } = useRead(report, ({ progress }) => progress);
  const [refused, setRefused] = useState(false);
  if (report.finalised || report.readOnly) return null;
  const blank = cells.of - cells.filled;
  const unwritten = (report.law.sections as readonly Section[]).filter(
    ({ narrative }) => narrative && report.text(narrativeName(narrative)).trim() === '',
  );
  const doubts = [
    ...(confirm > 0 ? [`${confirm} 处“请核对”还没有改，也没有写情况说明`] : []),
    ...unwritten.map(({ heading }) => `“${heading}”没有写文字`),
  ];
  const obstacles = [
    ...(basics.filled < basics.of ? ['机关全称没有填'] : []),
    ...(must > 0 ? [`必须改正 ${must} 处`] : []),
    ...(blank > 0 ? [`未填 ${blank} 格`] : []),
  ];

  function attempt(): void {
    report.beginFinalising();
    const ready = isReady(report.get());
    setRefused(!ready);
    if (!ready) return;
    onFinalise().catch(() => tell('没有定稿成功：程序的一部分没有读进来。内容都在，请刷新页面再试。'));
  }

  return (
    <>
      <h2>定稿</h2>
      <div className="card final-card">
        <p>
          全部填完、必须改正的都改正之后，可以定稿：内容锁住，记下日期，并按内容算出一个核验码，印在每页纸上，也写进数据文件。
          以后拿文件来导入，就知道与定稿是否一致。要改，随时可以重新打开。
        </p>
        {doubts.length > 0 && <p className="soft small">可以定稿，但请先看一看：{doubts.join('；')}。</p>}
        {refused && obstacles.length > 0 && (
          <p role="alert" className="notice notice-bad">
            <strong>还不能定稿。</strong>
            {obstacles.join('，')}。上面逐项列出了位置，改好后再点定稿。
          </p>
        )}
        <button type="button" className="button button-main" data-action="finalise" onClick={attempt}>
          定稿
        </button>
      </div>
    </>
  );
}
