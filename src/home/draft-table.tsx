// The list of drafts, sorted and filtered as the person likes. Progress and findings come after the rows (rows.ts).
import {
  columnFilteringFeature,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { memo, type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Progress } from '../checks/progress.ts';
import { isFormatId } from '../formats/registry.ts';
import type { Draft } from '../report/draft.ts';
import { dayWords, timeWords } from '../ui/time-words.ts';
import { useRead } from '../ui/use-read.ts';
import { createRows, progressIn } from './rows.ts';

/** Lives as long as the page: whoever comes back to the list finds it judged. */
const rowsKept = createRows();

type DraftRow = { readonly draft: Draft; readonly progress: Progress | undefined };

const features = tableFeatures({
  columnFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
});

const helper = createColumnHelper<typeof features, DraftRow>();

const byText = (a: string, b: string): number => a.localeCompare(b, 'zh-CN');

const columns = helper.columns([
  helper.accessor(({ draft }) => draft.agency, {
    id: 'agency',
    header: '机关',
    sortFn: (a, b) => byText(a.original.draft.agency, b.original.draft.agency),
    // Every word must be in the agency's name or be the year.
    filterFn: (row, _column, sought: string) =>
      sought
        .trim()
        .split(/\s+/)
        .every((word) => `${row.original.draft.agency} ${row.original.draft.year}`.includes(word)),
  }),
  helper.accessor(({ draft }) => draft.year, {
    id: 'year',
    header: '年度',
    sortFn: (a, b) => a.original.draft.year - b.original.draft.year,
  }),
  helper.accessor(({ progress }) => (progress ? progress.cells.filled / progress.cells.of : -1), {
    id: 'progress',
    header: '进度',
    sortFn: (a, b) => share(a.original) - share(b.original),
  }),
  helper.accessor(({ progress }) => (progress ? progress.must + progress.confirm : -1), {
    id: 'findings',
    header: '发现',
    sortFn: (a, b) => found(a.original) - found(b.original),
  }),
  helper.accessor(({ draft }) => draft.savedAt, {
    id: 'savedAt',
    header: '上次保存',
    sortFn: (a, b) => byText(a.original.draft.savedAt, b.original.draft.savedAt),
  }),
]);

const share = ({ progress }: DraftRow): number => (progress ? progress.cells.filled / progress.cells.of : -1);
const found = ({ progress }: DraftRow): number => (progress ? progress.must * 1000 + progress.confirm : -1);

type Props = {
  drafts: readonly Draft[];
  hrefOf: (id: string) => string;
  onExport: (draft: Draft) => void;
  onDuplicate: (draft: Draft) => void;
  onNextYear: (draft: Draft) => void;
  onDelete: (draft: Draft) => void;
};

export function DraftTable({ drafts, hrefOf, ...acts }: Props): ReactNode {
  // Rows draw their own progress as it comes; once all is known they are put in order by it.
  const [known, setKnown] = useState(rowsKept.get);
  const [isFailed, setFailed] = useState(false);
  const data = useMemo(
    () => drafts.map((draft): DraftRow => ({ draft, progress: progressIn(known, draft) })),
    [drafts, known],
  );
  useEffect(() => {
    const onKnown = (): void => setKnown(rowsKept.get());
    return rowsKept.judge(drafts, onKnown, () => setFailed(true));
  }, [drafts]);
  const [sought, setSought] = useState('');
  const table = useTable({
    features,
    columns,
    data,
    initialState: { sorting: [{ id: 'savedAt', desc: true }] },
    getRowId: ({ draft }) => draft.id,
  });
  const rows = table.getRowModel().rows;
  return (
    <div className="drafts">
      <div className="drafts-head">
        <h2>本机上的报告（{drafts.length}）</h2>
        <label className="row">
          <span className="soft small drafts-filter-name">筛选</span>
          <input
            className="text-input drafts-filter"
            value={sought}
            placeholder="机关名称或年度"
            onChange={(event) => {
              setSought(event.target.value);
              table.getColumn('agency')?.setFilterValue(event.target.value);
            }}
          />
        </label>
      </div>
      {isFailed && (
        <p className="notice notice-doubt small" role="status">
          各份报告的进度和发现没有算出来：程序的一部分没有读进来。报告都在，可以照常打开；刷新页面再试。
        </p>
      )}
      <table className="drafts-table card">
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => {
                const sorted = header.column.getIsSorted();
                return (
                  <th
                    key={header.id}
                    scope="col"
                    aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}
                  >
                    <button type="button" className="sort" onClick={header.column.getToggleSortingHandler()}>
                      {String(header.column.columnDef.header)}
                      <span aria-hidden="true">{sorted === 'asc' ? ' ▲' : sorted === 'desc' ? ' ▼' : ''}</span>
                    </button>
                  </th>
                );
              })}
              <th scope="col">操作</th>
            </tr>
          ))}
        </thead>
        <tbody>
          {rows.map(({ id, original }) => (
            <Row key={id} draft={original.draft} isFailed={isFailed} href={hrefOf(id)} {...acts} />
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length + 1} className="soft">
                没有符合“{sought}”的报告。
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

const Row = memo(function Row({
  draft,
  isFailed,
  href,
  onExport,
  onDuplicate,
  onNextYear,
  onDelete,
}: Omit<Props, 'drafts' | 'hrefOf'> & { draft: Draft; isFailed: boolean; href: string }): ReactNode {
  const progress = useRead(rowsKept, (known) => progressIn(known, draft));
  const isKnown = isFormatId(draft.format);
  const name = `${draft.agency || '（未填机关）'} ${draft.year} 年度`;
  return (
    <tr data-draft={draft.id}>
      <th scope="row">
        <a href={href}>{draft.agency || '（未填机关）'}</a>
      </th>
      <td>{draft.year}</td>
      <td className="drafts-progress">
        {draft.finalised ? (
          <span className="small final-mark" title={`核验码 ${draft.finalised.code}`}>
            已定稿 {dayWords(draft.finalised.at)}
          </span>
        ) : progress ? (
          <>
            <progress max={progress.cells.of} value={progress.cells.filled} aria-label={`${name}填报进度`} />{' '}
            <span className="small">
              {progress.cells.filled} / {progress.cells.of} 格
            </span>
          </>
        ) : (
          <span className="small soft">
            {!isKnown ? `格式 ${draft.format} 本版本不认识` : isFailed ? '没有核对' : '正在核对…'}
          </span>
        )}
      </td>
      <td className="drafts-found">{progress && <Found must={progress.must} confirm={progress.confirm} />}</td>
      <td className="small">{timeWords(draft.savedAt)}</td>
      <td>
        <span className="row-actions">
          <a className="button button-small" href={href} aria-label={`打开 ${name}`}>
            打开
          </a>
          <button
            type="button"
            className="button button-small"
            data-action="export-json"
            aria-label={`导出 ${name}`}
            disabled={!isKnown}
            onClick={() => onExport(draft)}
          >
            导出
          </button>
          <button
            type="button"
            className="button button-small"
            data-action="duplicate"
            aria-label={`复制 ${name}`}
            onClick={() => onDuplicate(draft)}
          >
            复制
          </button>
          <button
            type="button"
            className="button button-small"
            data-action="next-year"
            aria-label={`以 ${name} 开始 ${draft.year + 1} 年度`}
            title={`新建 ${draft.year + 1} 年度的报告，带上机关名称和结转数`}
            disabled={!isKnown}
            onClick={() => onNextYear(draft)}
          >
            下一年度
          </button>
          <button
            type="button"
            className="button button-small"
            data-action="delete"
            aria-label={`删除 ${name}`}
            onClick={() => onDelete(draft)}
          >
            删除
          </button>
        </span>
      </td>
    </tr>
  );
});

function Found({ must, confirm }: { must: number; confirm: number }): ReactNode {
  if (must + confirm === 0) return <span className="small found-none">没有</span>;
  return (
    <span className="small">
      {must > 0 && <b className="found-must">必须改正 {must}</b>}
      {must > 0 && confirm > 0 && '，'}
      {confirm > 0 && <span className="found-confirm">请核对 {confirm}</span>}
    </span>
  );
}
