// Several files that were read, a row each: which to import, what was found in it, what is wrong with it. The rest of what
// is known of a file is drawn when its row is unfolded, so that hundreds stand here without a wait.
import { FlexRender, type Row, type RowSelectionState, useTable } from '@tanstack/react-table';
import { Fragment, memo, type ReactNode } from 'react';
import type { Imported } from '../files/read/read-file.ts';
import type { FileRead } from '../files/read/read-files.ts';
import type { Content } from '../report/draft.ts';
import { columns, detailsId, features, type ImportRow, reasonId } from './import-columns.tsx';
import { ImportPreview } from './import-preview.tsx';

type Props = {
  reads: readonly FileRead[];
  /** As they would be stored; undefined where the file could not be read. */
  contents: readonly (Content | undefined)[];
  /** Places of those not to import. */
  left: ReadonlySet<number>;
  isHere: (content: Content) => boolean;
  /** Asks for what the document does not say; null where it says all. */
  names: (at: number, read: Imported & { ok: true }) => ReactNode;
  onLeft: (left: ReadonlySet<number>) => void;
};

export function ImportTable({ reads, contents, left, isHere, names, onLeft }: Props): ReactNode {
  const good = contents.flatMap((content, at) => (content ? [at] : []));
  const rowSelection: RowSelectionState = {};
  for (const at of good) if (!left.has(at)) rowSelection[at] = true;
  const table = useTable({
    features,
    columns,
    data: rowsOf(reads, contents, isHere),
    getRowId: ({ at }) => String(at),
    enableRowSelection: ({ original }) => original.file.read.ok,
    getRowCanExpand: ({ original }) => original.file.read.ok,
    autoResetExpanded: false,
    state: { rowSelection },
    onRowSelectionChange: (change) => {
      const next = typeof change === 'function' ? change(rowSelection) : change;
      onLeft(new Set(good.filter((at) => !next[at])));
    },
  });
  return (
    <>
      <p>
        读了 {reads.length} 份，{good.length} 份可以导入。点“详情”看认出了什么、哪些没有认出。
      </p>
      <Unreadable reads={reads} />
      <div className="import-scroll">
        <table className="import-table">
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                {group.headers.map((header) => (
                  <th key={header.id} scope="col">
                    <FlexRender header={header} />
                  </th>
                ))}
              </tr>
            ))}
          </thead>
          <tbody>
            {table.getRowModel().rows.map((row) => (
              <Fragment key={row.id}>
                <BodyRow row={row} isChosen={row.getIsSelected()} isOpen={row.getIsExpanded()} />
                <Below row={row} names={names} />
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const told = 3;

function Unreadable({ reads }: { reads: readonly FileRead[] }): ReactNode {
  const bad = reads.flatMap(({ name, read }, at) => (read.ok ? [] : [{ at, name, message: read.message }]));
  if (bad.length === 0) return null;
  return (
    <div role="alert" className="notice notice-bad small">
      <p>{bad.length} 份读不出来，不能导入：</p>
      <ul>
        {bad.slice(0, told).map(({ at, name, message }) => (
          <li key={at}>
            {name}：{message}
          </li>
        ))}
      </ul>
      {bad.length > told && <p>其余的原因见表中。</p>}
    </div>
  );
}

type TableRow = Row<typeof features, ImportRow>;
type BodyRowProps = { row: TableRow; isChosen: boolean; isOpen: boolean };

/** A name that is typed makes all rows anew: only those are drawn again that say something else. */
const BodyRow = memo(DrawnRow, (before, after) => {
  const [one, other] = [before.row.original, after.row.original];
  return (
    before.isChosen === after.isChosen &&
    before.isOpen === after.isOpen &&
    one.file === other.file &&
    one.agency === other.agency &&
    one.year === other.year &&
    one.isHere === other.isHere &&
    one.twin === other.twin
  );
});

function DrawnRow({ row }: BodyRowProps): ReactNode {
  const { at, file } = row.original;
  const cells = row.getAllCells();
  const drawn = file.read.ok ? cells : cells.slice(0, 2);
  return (
    <tr data-import={at + 1}>
      {drawn.map((cell) => {
        const { isRowHeader } = cell.column.columnDef.meta ?? {};
        const Tag = isRowHeader ? 'th' : 'td';
        return (
          <Tag key={cell.id} scope={isRowHeader ? 'row' : undefined}>
            <FlexRender cell={cell} />
          </Tag>
        );
      })}
      {!file.read.ok && (
        <td colSpan={columns.length - drawn.length} className="import-bad" id={reasonId(row.original)}>
          不能导入：{file.read.message}
        </td>
      )}
    </tr>
  );
}

/** What is asked of a file and, unfolded, all that is known of it. */
function Below({ row, names }: Pick<Props, 'names'> & { row: TableRow }): ReactNode {
  const { at, file, isHere } = row.original;
  if (!file.read.ok) return null;
  const isNameless = file.read.content.agency === '' || file.read.content.year === 0;
  return (
    <>
      {isNameless && row.getIsSelected() && (
        <tr>
          <td />
          <td colSpan={columns.length - 1}>{names(at, file.read)}</td>
        </tr>
      )}
      {row.getIsExpanded() && (
        <tr id={detailsId(row.original)}>
          <td />
          <td colSpan={columns.length - 1} className="import-more">
            <ImportPreview read={file.read} here={isHere}>
              {null}
            </ImportPreview>
          </td>
        </tr>
      )}
    </>
  );
}

function rowsOf(reads: Props['reads'], contents: Props['contents'], isHere: Props['isHere']): readonly ImportRow[] {
  const first = firstOfEach(contents);
  return reads.map((file, at) => {
    const content = contents[at];
    const twin = content && first.get(keyOf(content));
    return {
      at,
      file,
      agency: content?.agency ?? '',
      year: content?.year ?? 0,
      isHere: content !== undefined && isHere(content),
      twin: twin === at ? undefined : twin,
    };
  });
}

/** The first place of each agency and year that are known. */
function firstOfEach(contents: Props['contents']): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const [at, content] of contents.entries()) {
    if (!content || content.agency === '' || content.year === 0) continue;
    const key = keyOf(content);
    if (!first.has(key)) first.set(key, at);
  }
  return first;
}

/** The same for reports of one agency and year. */
export const keyOf = ({ agency, year }: Pick<Content, 'agency' | 'year'>): string => `${year} ${agency}`;
