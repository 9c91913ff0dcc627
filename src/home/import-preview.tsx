// What one file was understood to say: how much was found, what was not and where it stands, and what the checks find.
import { type ReactNode, useMemo } from 'react';
import { judgeAnswers } from '../checks/judge.ts';
import type { Law } from '../checks/law.ts';
import { isKnown } from '../checks/verdict.ts';
import type { FinalisedRead } from '../files/json/read-report.ts';
import type { Imported } from '../files/read/read-file.ts';
import { lawOf } from '../formats/registry.ts';
import { noteNames, tableNumbers } from '../report/draft.ts';
import { rowName, type Section } from '../report/format.ts';
import { timeWords } from '../ui/time-words.ts';

type Props = { read: Imported & { ok: true }; here: boolean; children: ReactNode };

export function ImportPreview({ read, here, children }: Props): ReactNode {
  const { content, totals, found, missing, unplaced, readAs, notes, finalised } = read;
  const law = lawOf(content.format);
  const judged = useMemo(() => judgeAnswers(law, content.answers), [law, content]);
  const filled = judged.states.reduce((count, is) => count + (isKnown(is) ? 1 : 0), 0);
  const unreadable = law.cells.filter((_, at) => judged.readings[at]?.kind === 'unreadable');
  const name = law.nameOf;
  return (
    <div className="import-preview">
      <h3>
        {content.agency || '标题里没有机关名称'} {content.year === 0 ? '标题里没有年度' : `${content.year} 年度`}
      </h3>
      {children}
      {finalised && <FinalNotice {...finalised} />}
      <dl>
        <dt>格式</dt>
        <dd>{law.name}</dd>
        <dt>表格</dt>
        <dd>
          {law.cells.length} 格中认出 <b>{found}</b> 格：有数的 {filled} 格，空白的{' '}
          {law.cells.length - filled - unreadable.length - missing.length} 格
          {unreadable.length > 0 && `，看不懂的 ${unreadable.length} 格（照原样保留）`}
          {missing.length > 0 && `；没有找到的 ${missing.length} 格，导入后是空白`}
        </dd>
        <dt>文字</dt>
        <dd>
          {(law.sections as readonly Section[])
            .flatMap(({ narrative, heading }) =>
              narrative ? [`${heading.split('、')[0]} ${[...content.narratives[narrative]].length} 字`] : [],
            )
            .join('，')}
          {content.narratives.preamble !== '' && `，引言 ${[...content.narratives.preamble].length} 字`}
          {tableNumbers.map((table) => {
            const text = content.notes?.[table];
            return text === undefined ? '' : `，${noteNames[table]} ${[...text].length} 字`;
          })}
          {content.date !== '' && `，成文日期 ${content.date}`}
        </dd>
        <dt>总计</dt>
        <dd>
          {totals.computed > 0 && `${totals.computed} 个与计算值一致，改为自动计算。`}
          {totals.emptied > 0 && `${totals.emptied} 个空着，改为自动计算。`}
          {totals.typed.length > 0 && `${totals.typed.length} 个照原样保留：${listed(totals.typed.map(name))}。`}
          {totals.computed + totals.emptied + totals.typed.length === 0 && '没有填写。'}
        </dd>
      </dl>
      {here && <p className="notice small">本机已有同一机关同一年度的报告。导入后另成一份，不会覆盖原来的。</p>}
      <Points
        title={`有 ${unplaced.length} 处没有填进任何一格（说不准是哪一格，或不是表里的内容），留在草稿的备注里`}
        points={unplaced.map(({ place, label, texts }) => `${place}${label && `「${label}」`}：${texts.join('  ')}`)}
        isDoubt
      />
      <Points
        title={`有 ${unreadable.length} 格的内容看不懂，照原样放在格里，导入后请改`}
        points={unreadable.map(({ id }) => `${name(id)}：「${content.answers[id]}」`)}
        isDoubt
      />
      <Points title={`没有找到的 ${missing.length} 格`} points={byRow(law, missing)} isDoubt />
      <Points
        title={`有 ${readAs.length} 个栏目名与官方格式不同，按下面读入，请核对`}
        points={readAs.map(({ printed, as }) => `「${printed}」读作「${as}」`)}
        isDoubt
      />
      <Points
        title={`核对发现 ${judged.findings.length} 处，导入后可以逐处改`}
        points={judged.findings.map(({ sentence }) => sentence)}
        isDoubt
      />
      <Points title="另外说明" points={notes} />
    </div>
  );
}

function FinalNotice({ at, code, codeNow }: FinalisedRead): ReactNode {
  if (code === codeNow) {
    return (
      <p className="notice" data-finalised="same">
        <strong>与定稿一致。</strong>
        {timeWords(at)}定稿，核验码 {code}。导入后仍是定稿，要改可以重新打开。
      </p>
    );
  }
  return (
    <p className="notice notice-bad" data-finalised="different">
      <strong>与定稿不一致。</strong>
      文件写明{timeWords(at)}定稿，核验码 {code}，但按现有内容核验码是 {codeNow}
      ：定稿以后被改动过。导入后按普通草稿处理，不算定稿。
    </p>
  );
}

/** A line for each row with boxes that were not found. */
function byRow({ cells }: Law, ids: readonly string[]): readonly string[] {
  const rows = new Map<string, { name: string; columns: string[] }>();
  for (const { id, table, row, column } of cells) {
    if (!ids.includes(id)) continue;
    const key = `${table.id}/${row.id}`;
    const found = rows.get(key) ?? { name: rowName(row), columns: [] };
    found.columns.push(column.label);
    rows.set(key, found);
  }
  return [...rows.values()].map(({ name, columns }) => `${name}：${columns.join('、')}`);
}

const shown = 6;
const listed = (names: readonly string[]): string => names.slice(0, 4).join('；') + (names.length > 4 ? ' 等' : '');

/** The first few, and the others unfolded when asked for. */
function Points({
  title,
  points,
  isDoubt,
}: {
  title: string;
  points: readonly string[];
  isDoubt?: boolean;
}): ReactNode {
  if (points.length === 0) return null;
  // Two points may say the same, and the list does not change.
  const item = (point: string, at: number): ReactNode => <li key={`${at}-${point}`}>{point}</li>;
  return (
    <div className={isDoubt ? 'notice notice-doubt small' : 'notice small'}>
      <p>{title}：</p>
      <ul>{points.slice(0, shown).map(item)}</ul>
      {points.length > shown && (
        <details>
          <summary>另外 {points.length - shown} 处</summary>
          <ul>{points.slice(shown).map(item)}</ul>
        </details>
      )}
    </div>
  );
}
