// 核对与导出: everything still wrong or blank, section by section, then the ways out.
import { type ReactNode, useState } from 'react';
import type { Finding } from '../../checks/finding.ts';
import { blankCells, leadingFindings, openFindings, type Progress } from '../../checks/progress.ts';
import type { ReportModel } from '../../draft/report-model.ts';
import { narrativeName } from '../../draft/texts.ts';
import type { ExportKind } from '../../files/file-name.ts';
import type { Section } from '../../report/format.ts';
import { useRead } from '../../ui/use-read.ts';
import { placeOf, type StepId } from '../steps.ts';
import { FinalCard } from './final-card.tsx';

type Props = {
  report: ReportModel;
  hrefOf: (step: StepId) => string;
  printHref: string;
  onGo: (step: StepId, cell: string) => void;
  onExport: (kind: ExportKind, withExplanations: boolean) => Promise<string>;
  onFinalise: () => Promise<void>;
  tell: (message: string) => void;
  tellDone: (message: string) => void;
};

export function ReviewStep({
  report,
  hrefOf,
  printHref,
  onGo,
  onExport,
  onFinalise,
  tell,
  tellDone,
}: Props): ReactNode {
  const findings = useRead(report, ({ findings }) => findings);
  const progress = useRead(report, ({ progress }) => progress);
  const explanations = useRead(report, ({ explanations }) => explanations);
  const open = leadingFindings(openFindings(findings, explanations));
  const basics = open.filter(({ section }) => section === 'basics');
  return (
    <section className="step review-step" aria-labelledby="step-title">
      <h1 id="step-title">核对与导出</h1>
      <p className={progress.must > 0 ? 'notice notice-bad' : progress.confirm > 0 ? 'notice notice-doubt' : 'notice'}>
        {stateWords(progress)}
      </p>
      <div className="card review-table">
        <Row title="基本信息" href={hrefOf('basics')}>
          <Found findings={basics} report={report} onGo={onGo} />
          {progress.basics.filled === 0 ? <p>机关全称没有填。</p> : basics.length === 0 && <Fine />}
        </Row>
        {report.law.sections.map((section) => (
          <SectionRow
            key={section.number}
            section={section}
            findings={open.filter((finding) => finding.section === section.number)}
            report={report}
            href={hrefOf(String(section.number) as StepId)}
            onGo={onGo}
          />
        ))}
      </div>
      <FinalCard report={report} hrefOf={hrefOf} onFinalise={onFinalise} tell={tell} />
      <Exports report={report} printHref={printHref} onExport={onExport} tell={tell} tellDone={tellDone} />
    </section>
  );
}

/** What is still open, in one line; nothing that is none. */
function stateWords({ must, confirm, cells: { filled, of } }: Progress): string {
  const open = [
    ...(must > 0 ? [`必须改正 ${must} 处`] : []),
    ...(confirm > 0 ? [`请核对 ${confirm} 处`] : []),
    ...(filled < of ? [`${of - filled} 格未填`] : []),
  ];
  return open.length === 0
    ? '各表已填完，合计和勾稽关系全部相符。'
    : `${open.join('，')}。没有改完也可以随时导出、打印。`;
}

const exportCards: readonly { kind: ExportKind; name: string; use: string }[] = [
  { kind: 'docx', name: 'Word 文档（.docx）', use: '按公文版式排好，送领导审签、盖章用。可以在 Word、WPS 里再改。' },
  { kind: 'html', name: '网页（.html）', use: '交给网站编辑发布：一个文件，表格、标题齐全，没有脚本。' },
  { kind: 'xlsx', name: 'Excel 表（.xlsx）', use: '三张表各一页，合计带公式。改过可以再导入回来。' },
  { kind: 'json', name: '数据文件（JSON）', use: '交给上级汇总、换电脑接着填、自己留底，都用它。可以原样导回。' },
];

function Exports({
  report,
  printHref,
  onExport,
  tell,
  tellDone,
}: Pick<Props, 'report' | 'printHref' | 'onExport' | 'tell' | 'tellDone'>): ReactNode {
  const [writing, setWriting] = useState<ExportKind>();
  const [withExplanations, setWithExplanations] = useState(false);
  const explained = useRead(report, ({ explanations }) => Object.keys(explanations).length > 0);

  async function write(kind: ExportKind): Promise<void> {
    setWriting(kind);
    try {
      const name = await onExport(kind, withExplanations);
      tellDone(`已下载“${name}”，在浏览器的“下载”文件夹里。`);
    } catch {
      tell('没有导出成功：程序的一部分没有读进来，或内存不足。内容都在。请刷新页面再试；急用可以先下载数据文件。');
    }
    setWriting(undefined);
  }

  return (
    <>
      <h2>导出</h2>
      {explained && (
        <label className="row small">
          <input
            type="checkbox"
            checked={withExplanations}
            onChange={(event) => setWithExplanations(event.target.checked)}
          />
          Word 文档和网页里附情况说明
        </label>
      )}
      <div className="exports">
        <a className="export-card" data-action="print-view" href={printHref}>
          <strong>打印或另存为 PDF</strong>
          <span>按公文版式排好的整份报告，A4 纸。</span>
        </a>
        {exportCards.map(({ kind, name, use }) => (
          <button
            key={kind}
            type="button"
            className="export-card"
            data-action={`export-${kind}`}
            disabled={writing !== undefined}
            onClick={() => void write(kind)}
          >
            <strong>{writing === kind ? '正在生成…' : name}</strong>
            <span>{use}</span>
          </button>
        ))}
      </div>
    </>
  );
}

function SectionRow(props: {
  section: Section;
  findings: readonly Finding[];
  report: ReportModel;
  href: string;
  onGo: (step: StepId, cell: string) => void;
}): ReactNode {
  const { section, findings, report, href, onGo } = props;
  const step = String(section.number) as StepId;
  const blanks = blankCells(report.law, report.get().judgement, section.number);
  const [first] = blanks;
  const missing = section.narrative !== undefined && report.text(narrativeName(section.narrative)).trim() === '';
  return (
    <Row title={section.heading} href={href}>
      <Found findings={findings} report={report} onGo={onGo} />
      {first !== undefined && !findings.some(({ kind }) => kind === 'blank') && (
        <p>
          <button type="button" className="link-button" onClick={() => onGo(step, first)}>
            {blanks.length} 格未填
          </button>
          <span className="soft small">，第一格：{report.law.nameOf(first)}</span>
        </p>
      )}
      {missing && (
        <p>
          <a href={href}>文字还没有写</a>
        </p>
      )}
      {findings.length === 0 && blanks.length === 0 && !missing && <Fine />}
    </Row>
  );
}

function Found({
  findings,
  report,
  onGo,
}: Pick<Props, 'report' | 'onGo'> & { findings: readonly Finding[] }): ReactNode {
  return findings.map((finding) => (
    <p key={finding.id} data-level={finding.level}>
      <button
        type="button"
        className="link-button"
        onClick={() => {
          const place = placeOf(report.law, finding);
          onGo(place.step, place.cell);
        }}
      >
        {finding.level === 'must' ? '必须改正' : '请核对'}
      </button>
      ：{finding.sentence}
    </p>
  ));
}

function Row({ title, href, children }: { title: string; href: string; children: ReactNode }): ReactNode {
  return (
    <div className="review-row">
      <h2>
        <a href={href}>{title}</a>
      </h2>
      <div className="review-points">{children}</div>
    </div>
  );
}

const Fine = (): ReactNode => <p className="fine">✓ 已填，没有发现问题</p>;
