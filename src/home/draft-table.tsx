// The list of drafts, sorted and filtered as the person likes. Progress and findings come after the rows (rows.ts).
import { FlexRender, type Header, type Row, useTable } from '@tanstack/react-table';
import { memo, type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Draft } from '../report/draft.ts';
import { useDrawnRows } from '../ui/drawn-rows.ts';
import type { DraftHandlers } from './draft-cells.tsx';
import { columns, type DraftRow, features } from './draft-columns.tsx';
import { judgedRows, progressIn } from './rows.ts';

type Props = DraftHandlers & {
  drafts: readonly Draft[];
  hrefOf: (id: string) => string;
};

export function DraftTable({ drafts, ...meta }: Props): ReactNode {
  const { data, isFailed } = useDraftRows(drafts);
  const table = useTable({
    features,
    columns,
    data,
    meta,
    initialState: { sorting: [{ id: 'savedAt', desc: true }] },
    getRowId: ({ draft }) => draft.id,
  });
  const { rows } = table.getRowModel();
  const { drawn, end } = useDrawnRows(rows.length);
  const agency = table.getColumn('agency');
  const sought = String(agency?.getFilterValue() ?? '');
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
            onChange={(event) => agency?.setFilterValue(event.target.value)}
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
              {group.headers.map((header) => (
                <HeaderCell key={header.id} header={header} sorted={header.column.getIsSorted()} />
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {rows.slice(0, drawn).map((row) => (
            <BodyRow key={row.id} row={row} />
          ))}
          {drawn < rows.length && (
            <tr key={drawn} ref={end}>
              <td colSpan={columns.length} className="soft small">
                还有 {rows.length - drawn} 份，往下滚动就会列出。要找某一份，可以在“筛选”里写机关名称。
              </td>
            </tr>
          )}
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length} className="soft">
                没有符合“{sought}”的报告。
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

/** Rows draw their own progress as it comes; once all is known they are put in order by it. */
function useDraftRows(drafts: readonly Draft[]) {
  const [known, setKnown] = useState(judgedRows.get);
  const [isFailed, setFailed] = useState(false);
  useEffect(() => {
    const onKnown = (): void => setKnown(judgedRows.get());
    return judgedRows.judge(drafts, onKnown, () => setFailed(true));
  }, [drafts]);
  const data = useMemo(
    () => drafts.map((draft): DraftRow => ({ draft, progress: progressIn(known, draft), isFailed })),
    [drafts, known, isFailed],
  );
  return { data, isFailed };
}

type HeaderProps = {
  header: Header<typeof features, DraftRow>;
  sorted: 'asc' | 'desc' | false;
};

function HeaderCell({ header, sorted }: HeaderProps): ReactNode {
  const title = <FlexRender header={header} />;
  if (!header.column.getCanSort()) return <th scope="col">{title}</th>;
  return (
    <th scope="col" aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}>
      <button type="button" className="sort" onClick={header.column.getToggleSortingHandler()}>
        {title}
        <span aria-hidden="true">{sorted === 'asc' ? ' ▲' : sorted === 'desc' ? ' ▼' : ''}</span>
      </button>
    </th>
  );
}

/** The table keeps a row as long as its draft and what is known of it are the same. */
const BodyRow = memo(function BodyRow({ row }: { row: Row<typeof features, DraftRow> }): ReactNode {
  return (
    <tr data-draft={row.id}>
      {row.getAllCells().map((cell) => {
        const { isRowHeader, className } = cell.column.columnDef.meta ?? {};
        const Tag = isRowHeader ? 'th' : 'td';
        return (
          <Tag key={cell.id} scope={isRowHeader ? 'row' : undefined} className={className}>
            <FlexRender cell={cell} />
          </Tag>
        );
      })}
    </tr>
  );
});
