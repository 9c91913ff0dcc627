// The columns of the files that were read: which to import, what was found in each, and what is said of it.
import {
  createColumnHelper,
  metaHelper,
  rowExpandingFeature,
  rowSelectionFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { FileRead } from '../files/read/read-files.ts';
import { lawOf } from '../formats/registry.ts';

export type ImportRow = {
  /** Place of the file among those chosen. */
  readonly at: number;
  readonly file: FileRead;
  /** As they would be stored: '' and 0 where they are not known. */
  readonly agency: string;
  readonly year: number;
  /** A report of the same agency and year is here already. */
  readonly isHere: boolean;
  /** Place of an earlier file of the same agency and year. */
  readonly twin: number | undefined;
};

export const features = tableFeatures({
  rowExpandingFeature,
  rowSelectionFeature,
  columnMeta: metaHelper<{ isRowHeader?: boolean }>(),
});

const helper = createColumnHelper<typeof features, ImportRow>();

export const columns = helper.columns([
  helper.display({
    id: 'choice',
    header: ({ table }) => {
      const isAny = table.getRowModel().rows.some((row) => row.getCanSelect());
      return (
        <input
          type="checkbox"
          aria-label="全部导入"
          checked={isAny && table.getIsAllRowsSelected()}
          disabled={!isAny}
          onChange={table.getToggleAllRowsSelectedHandler()}
        />
      );
    },
    cell: ({ row }) => (
      <input
        type="checkbox"
        aria-label={`导入 ${row.original.file.name}`}
        aria-describedby={row.getCanSelect() ? undefined : reasonId(row.original)}
        checked={row.getIsSelected()}
        disabled={!row.getCanSelect()}
        onChange={row.getToggleSelectedHandler()}
      />
    ),
  }),
  helper.accessor(({ file }) => file.name, { id: 'file', header: '文件', meta: { isRowHeader: true } }),
  helper.accessor('agency', { header: '机关', cell: ({ getValue }) => getValue() || '没有认出' }),
  helper.accessor('year', { header: '年度', cell: ({ getValue }) => getValue() || '没有认出' }),
  helper.accessor(({ file: { read } }) => (read.ok ? lawOf(read.content.format).name : ''), {
    id: 'format',
    header: '格式',
  }),
  helper.accessor(({ file: { read } }) => (read.ok ? read.found : 0), {
    id: 'found',
    header: '认出',
    cell: ({ getValue, row }) => {
      const { read } = row.original.file;
      if (!read.ok) return null;
      const of = lawOf(read.content.format).cells.length;
      const unplaced = read.unplaced.length;
      return `${getValue()} / ${of} 格${unplaced > 0 ? `，${unplaced} 处没有位置` : ''}`;
    },
  }),
  helper.accessor(({ file }) => file.findings, {
    id: 'findings',
    header: '核对发现',
    cell: ({ getValue }) => (getValue() === 0 ? '没有' : `${getValue()} 处`),
  }),
  helper.accessor(said, { id: 'said', header: '说明' }),
  helper.display({
    id: 'details',
    header: () => <span className="visually-hidden">详情</span>,
    cell: ({ row }) => (
      <button
        type="button"
        className="link-button"
        aria-expanded={row.getIsExpanded()}
        aria-controls={row.getIsExpanded() ? detailsId(row.original) : undefined}
        aria-label={`详情 ${row.original.file.name}`}
        onClick={row.getToggleExpandedHandler()}
      >
        {row.getIsExpanded() ? '收起' : '详情'}
      </button>
    ),
  }),
]);

/** Of the cell that says why a file cannot be imported. */
export const reasonId = ({ at }: ImportRow): string => `import-why-${at}`;
/** Of the row that shows all that is known of a file. */
export const detailsId = ({ at }: ImportRow): string => `import-more-${at}`;

function said({ file: { read }, isHere, twin }: ImportRow): string {
  if (!read.ok) return '';
  return [
    ...(isHere ? ['本机已有，另成一份'] : []),
    ...(twin === undefined ? [] : [`与第 ${twin + 1} 份同一机关同一年度`]),
    ...(read.finalised ? [read.finalised.code === read.finalised.codeNow ? '与定稿一致' : '与定稿不一致'] : []),
  ].join('；');
}
